package io.renderyard.imaging;

import java.util.Arrays;

/** Colours and the search for the one that is nearest. Distances are squared, of premultiplied channels. */
final class Palette {
    private static final int CACHE = 1 << 14;

    private final int[] colours;
    private final int[] blue;
    private final int[] green;
    private final int[] red;
    private final int[] alpha;
    private final int[] cachedColours = new int[CACHE];
    private final int[] cachedIndexes = new int[CACHE];

    /** @param colours premultiplied */
    Palette(int[] colours) {
        this.colours = colours;
        this.blue = channel(colours, 0);
        this.green = channel(colours, 1);
        this.red = channel(colours, 2);
        this.alpha = channel(colours, 3);
        Arrays.fill(cachedIndexes, -1);
    }

    private static int[] channel(int[] colours, int channel) {
        return Arrays.stream(colours)
                .map(colour -> ColourHistogram.channel(colour, channel))
                .toArray();
    }

    int[] colours() {
        return colours;
    }

    /** @param colour premultiplied */
    int nearest(int colour) {
        int slot = (colour * 0x9E3779B1) >>> 18;
        if (cachedIndexes[slot] < 0 || cachedColours[slot] != colour) {
            cachedColours[slot] = colour;
            cachedIndexes[slot] = search(colour);
        }
        return cachedIndexes[slot];
    }

    private int search(int colour) {
        int b = colour & 0xFF;
        int g = colour >> 8 & 0xFF;
        int r = colour >> 16 & 0xFF;
        int a = colour >>> 24;
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int db = blue[i] - b;
            int dg = green[i] - g;
            int dr = red[i] - r;
            int da = alpha[i] - a;
            int distance = db * db + dg * dg + dr * dr + da * da;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** For a file, which wants them without alpha in the other channels. */
    int[] straight() {
        return Arrays.stream(colours).map(Palette::straight).toArray();
    }

    private static int straight(int colour) {
        int alpha = colour >>> 24;
        if (alpha == 0) {
            return 0;
        }
        return alpha << 24
                | unscaled(colour >> 16, alpha) << 16
                | unscaled(colour >> 8, alpha) << 8
                | unscaled(colour, alpha);
    }

    private static int unscaled(int value, int alpha) {
        return Math.min(255, ((value & 0xFF) * 255 + alpha / 2) / alpha);
    }
}
