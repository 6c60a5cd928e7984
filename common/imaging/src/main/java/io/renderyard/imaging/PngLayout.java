package io.renderyard.imaging;

import org.jspecify.annotations.Nullable;

/**
 * What a PNG says about its pixels before they begin.
 *
 * @param depth bits per sample
 * @param colourType 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 * @param palette ARGB; only of colour type 3
 * @param clear samples of the one colour that is transparent; only of colour types 0 and 2
 */
record PngLayout(
        int width,
        int height,
        int depth,
        int colourType,
        boolean interlaced,
        int @Nullable [] palette,
        int @Nullable [] clear) {
    int samples() {
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** Bytes between a sample and the same one of the pixel before. */
    int step() {
        return Math.max(1, samples() * depth / 8);
    }

    int rowBytes(int pixels) throws PictureException {
        long bytes = ((long) pixels * samples() * depth + 7) / 8;
        if (bytes > Integer.MAX_VALUE - 16) {
            throw PictureException.tooLarge("A row of %d pixels is more than can be read.".formatted(pixels));
        }
        return (int) bytes;
    }

    boolean opaque() {
        return colourType != 4 && colourType != 6 && clear == null && (palette == null || opaque(palette));
    }

    private static boolean opaque(int[] palette) {
        for (int colour : palette) {
            if (colour >>> 24 != 0xFF) {
                return false;
            }
        }
        return true;
    }

    PngLayout check() throws PictureException {
        boolean known = switch (colourType) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!known || width < 1 || height < 1) {
            throw PictureException.broken("its header has values that PNG does not know");
        }
        if (colourType == 3 && palette == null) {
            throw PictureException.broken("its palette is missing");
        }
        return this;
    }
}
