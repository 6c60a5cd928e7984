package io.renderyard.imaging;

import org.jspecify.annotations.Nullable;

/**
 * The container's chunks as far as the first frame needs them.
 *
 * @param alpha the first frame's separate alpha channel; none when null
 * @param bitstream the first frame's pixels, lossy or lossless
 * @param x where on the canvas the first frame is
 * @param width of the first frame, as its pixels declare it
 */
record WebpHeader(PictureHeader header, @Nullable Chunk alpha, Chunk bitstream, int x, int y, int width, int height) {
    /** @param at where the chunk's own name begins */
    record Chunk(String name, long at, long size) {
        long next() {
            return at + 8 + size + (size & 1);
        }
    }

    static WebpHeader read(Bytes bytes) throws PictureException {
        return new WebpChunks(bytes).header();
    }
}
