package io.renderyard.imaging;

/** Turns the bytes of a PNG's row into pixels. */
final class PngPixels {
    private final PngLayout layout;
    private final int top;

    PngPixels(PngLayout layout) {
        this.layout = layout;
        this.top = (1 << Math.min(8, layout.depth())) - 1;
    }

    void unpack(byte[] line, int[] row, int count) throws PictureException {
        boolean plain = layout.depth() == 8 && layout.clear() == null;
        if (plain && layout.colourType() == 2) {
            rgb(line, row, count);
        } else if (plain && layout.colourType() == 6) {
            rgba(line, row, count);
        } else {
            for (int x = 0; x < count; x++) {
                row[x] = pixel(line, x);
            }
        }
    }

    private static void rgb(byte[] line, int[] row, int count) {
        for (int x = 0, i = 0; x < count; x++, i += 3) {
            row[x] = 0xFF000000 | (line[i] & 0xFF) << 16 | (line[i + 1] & 0xFF) << 8 | (line[i + 2] & 0xFF);
        }
    }

    private static void rgba(byte[] line, int[] row, int count) {
        for (int x = 0, i = 0; x < count; x++, i += 4) {
            row[x] = (line[i + 3] & 0xFF) << 24
                    | (line[i] & 0xFF) << 16
                    | (line[i + 1] & 0xFF) << 8
                    | (line[i + 2] & 0xFF);
        }
    }

    private int pixel(byte[] line, int x) throws PictureException {
        int at = x * layout.samples();
        return switch (layout.colourType()) {
            case 0 -> alpha(line, at, 1) | 0x010101 * shade(line, at);
            case 2 -> alpha(line, at, 3) | shade(line, at) << 16 | shade(line, at + 1) << 8 | shade(line, at + 2);
            case 3 -> colour(sample(line, at));
            case 4 -> shade(line, at + 1) << 24 | 0x010101 * shade(line, at);
            default ->
                shade(line, at + 3) << 24 | shade(line, at) << 16 | shade(line, at + 1) << 8 | shade(line, at + 2);
        };
    }

    private int colour(int index) throws PictureException {
        int[] palette = layout.palette();
        if (palette == null || index >= palette.length) {
            throw PictureException.broken("a pixel has a colour that is not in the palette");
        }
        return palette[index];
    }

    private int alpha(byte[] line, int at, int samples) {
        int[] clear = layout.clear();
        if (clear == null) {
            return 0xFF000000;
        }
        for (int i = 0; i < samples; i++) {
            if (sample(line, at + i) != clear[i]) {
                return 0xFF000000;
            }
        }
        return 0;
    }

    /** 0 to 255. */
    private int shade(byte[] line, int at) {
        int sample = sample(line, at);
        return switch (layout.depth()) {
            case 8 -> sample;
            case 16 -> sample >> 8;
            default -> sample * 255 / top;
        };
    }

    private int sample(byte[] line, int at) {
        int depth = layout.depth();
        if (depth == 16) {
            return (line[2 * at] & 0xFF) << 8 | (line[2 * at + 1] & 0xFF);
        }
        int bit = at * depth;
        return (line[bit >> 3] >> (8 - depth - (bit & 7))) & top;
    }
}
