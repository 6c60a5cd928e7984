package io.renderyard.imaging;

import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.PictureFormat.Still;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Puts tiles together into one picture of up to 400,000,000 pixels. PNG, JPEG and AVIF are written row by row, so that memory
 * holds a few rows whatever the size is; WebP needs the whole picture and is bounded by its encoder.
 */
public final class Stitcher {
    private final Encoder encoder;

    public Stitcher(Encoder encoder) {
        this.encoder = encoder;
    }

    /**
     * Dying half-way leaves a part of a picture in {@code out}; the tiles stay as they are.
     *
     * @param out not closed
     * @return the size of the picture, pixels
     * @throws PictureException when a tile is damaged or does not fit, or the format cannot hold so many pixels
     * @throws IOException when a tile cannot be read or {@code out} not be written
     */
    public Extent.Still stitch(TileSource tiles, Still format, OutputStream out) throws IOException, PictureException {
        TiledRows rows = TiledRows.of(tiles);
        encoder.write(rows, format, out);
        return new Extent.Still(rows.width(), rows.height());
    }
}
