package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Spool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a part of the page into tiles whose edges are pixels of the picture, so that they fit together without a seam.
 *
 * @param box CSS pixels
 * @param density picture pixels per CSS pixel
 */
record TileGrid(Box box, double density) {
    /** Chrome holds one such tile several times in memory, and a larger one is no faster. */
    private static final int TILE = 4_096;

    /** Up to here one capture is faster than tiles and takes memory that a browser has. */
    private static final int WHOLE_SIDE = 16_384;

    private static final long WHOLE_AREA = 36_000_000;

    static TileGrid of(Box box, double density) {
        return new TileGrid(box, density);
    }

    boolean isOneTile() {
        return width() <= WHOLE_SIDE && height() <= WHOLE_SIDE && (long) width() * height() <= WHOLE_AREA;
    }

    int width() {
        return pixels(box.width());
    }

    int height() {
        return pixels(box.height());
    }

    /** A hair's breadth over a whole number is a rounding error of ours. */
    private int pixels(double css) {
        return Math.max(1, (int) Math.ceil(css * density - 1e-6));
    }

    /** Takes one tile. */
    interface Shutter {
        Path take(Box tile) throws DevToolsException, RenderException, InterruptedException;
    }

    Exposure capture(Shutter shutter, Spool spool) throws DevToolsException, RenderException, InterruptedException {
        List<List<Path>> rows = new ArrayList<>();
        for (int top = 0; top < height(); top += TILE) {
            List<Path> row = new ArrayList<>();
            for (int left = 0; left < width(); left += TILE) {
                row.add(shutter.take(tile(left, top)));
            }
            rows.add(row);
        }
        return new Exposure.Mosaic(rows, width(), height(), spool);
    }

    private Box tile(int left, int top) {
        return new Box(
                box.x() + left / density,
                box.y() + top / density,
                Math.min(TILE, width() - left) / density,
                Math.min(TILE, height() - top) / density);
    }
}
