package io.renderyard.imaging;

import io.renderyard.kernel.render.SizeLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a grid of tiles; of each tile in a row of the grid, a row of pixels is in memory at a time. */
final class TiledRows implements Rows {
    private final List<List<PngRows>> grid;
    private final int width;
    private final int height;
    private final boolean opaque;

    private TiledRows(List<List<PngRows>> grid, int width, int height, boolean opaque) {
        this.grid = grid;
        this.width = width;
        this.height = height;
        this.opaque = opaque;
    }

    /** Reads all headers; the tiles of a row must be equally high, those of a column equally wide. */
    static TiledRows of(TileSource tiles) throws IOException, PictureException {
        List<List<PngRows>> grid = new ArrayList<>();
        for (int row = 0; row < tiles.rows(); row++) {
            List<PngRows> line = new ArrayList<>();
            for (int column = 0; column < tiles.columns(); column++) {
                int r = row;
                int c = column;
                line.add(PngRows.of(() -> tiles.open(r, c)));
                fit(line.getLast(), line.getFirst().height(), (row == 0 ? line : grid.getFirst()).get(column), r, c);
            }
            grid.add(line);
        }
        return sized(grid);
    }

    private static void fit(PngRows tile, int high, PngRows above, int row, int column) throws PictureException {
        if (tile.height() != high || tile.width() != above.width()) {
            throw PictureException.broken("the tile in row %d, column %d has %d x %d pixels where %d x %d fit"
                    .formatted(row, column, tile.width(), tile.height(), above.width(), high));
        }
    }

    private static TiledRows sized(List<List<PngRows>> grid) throws PictureException {
        if (grid.isEmpty() || grid.getFirst().isEmpty()) {
            throw PictureException.broken("it has no tiles");
        }
        long wide = grid.getFirst().stream().mapToLong(PngRows::width).sum();
        long high = grid.stream().mapToLong(line -> line.getFirst().height()).sum();
        if (wide > SizeLimit.MAX_SIDE || high > SizeLimit.MAX_SIDE || wide * high > SizeLimit.MAX_PIXELS) {
            throw PictureException.tooLarge(
                    "The picture would have %d x %d pixels; at most %d on a side and %d altogether."
                            .formatted(wide, high, SizeLimit.MAX_SIDE, SizeLimit.MAX_PIXELS));
        }
        boolean opaque = grid.stream().flatMap(List::stream).allMatch(PngRows::opaque);
        return new TiledRows(grid, (int) wide, (int) high, opaque);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public boolean opaque() {
        return opaque;
    }

    @Override
    public RowReader open() {
        return new GridReader(grid);
    }
}
