package io.renderyard.imaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads the tiles of one row of a grid side by side, then those of the next one. */
final class GridReader implements RowReader {
    private final Iterator<List<PngRows>> lines;
    private final List<Tile> open = new ArrayList<>();
    private int left;

    GridReader(List<List<PngRows>> grid) {
        this.lines = grid.iterator();
    }

    private record Tile(RowReader reader, int[] row) {}

    @Override
    public void next(int[] row) throws IOException, PictureException {
        if (left == 0) {
            openLine();
        }
        left--;
        int x = 0;
        for (Tile tile : open) {
            tile.reader().next(tile.row());
            System.arraycopy(tile.row(), 0, row, x, tile.row().length);
            x += tile.row().length;
        }
    }

    private void openLine() throws IOException, PictureException {
        close();
        List<PngRows> line = lines.next();
        for (PngRows tile : line) {
            open.add(new Tile(tile.open(), new int[tile.width()]));
        }
        left = line.getFirst().height();
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Tile tile : open) {
            try {
                tile.reader().close();
            } catch (IOException e) {
                failure = e;
            }
        }
        open.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
