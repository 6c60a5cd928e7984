package io.renderyard.imaging;

import java.util.Arrays;

/** Passes on what a colour is off by to the pixels right and below (Floyd and Steinberg), so that gradients stay smooth. */
final class DitheringIndexer implements Indexer {
    private static final int CHANNELS = ColourHistogram.CHANNELS;
    private static final int SHARES = 16;

    private final Palette palette;
    /** Sixteenths, of this row and the next one, with a pixel more at either end. */
    private int[] errors;

    private int[] below;

    DitheringIndexer(Palette palette, int width) {
        this.palette = palette;
        this.errors = new int[CHANNELS * (width + 2)];
        this.below = new int[CHANNELS * (width + 2)];
    }

    @Override
    public int[] indexes(int[] row) {
        for (int x = 0; x < row.length; x++) {
            int asked = ColourHistogram.premultiplied(row[x]);
            int wanted = corrected(asked, CHANNELS * (x + 1));
            row[x] = palette.nearest(wanted);
            pass(wanted, palette.colours()[row[x]], CHANNELS * (x + 1));
        }
        int[] done = errors;
        errors = below;
        below = done;
        Arrays.fill(below, 0);
        return row;
    }

    /** What cannot be seen takes no error, so that nothing appears there. */
    private int corrected(int asked, int at) {
        if (asked >>> 24 == 0) {
            return asked;
        }
        int wanted = 0;
        for (int c = 0; c < CHANNELS; c++) {
            int value = ColourHistogram.channel(asked, c) + errors[at + c] / SHARES;
            wanted |= Math.clamp(value, 0, 255) << (8 * c);
        }
        return wanted;
    }

    private void pass(int wanted, int taken, int at) {
        for (int c = 0; c < CHANNELS; c++) {
            int off = ColourHistogram.channel(wanted, c) - ColourHistogram.channel(taken, c);
            errors[at + CHANNELS + c] += 7 * off;
            below[at - CHANNELS + c] += 3 * off;
            below[at + c] += 5 * off;
            below[at + CHANNELS + c] += off;
        }
    }
}
