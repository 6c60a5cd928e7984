package io.renderyard.imaging;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often colours occur, alike ones together. Colours are counted premultiplied by their alpha, so that what can hardly be
 * seen hardly matters.
 */
final class ColourHistogram {
    static final int CHANNELS = 4;

    private static final int BINS = 1 << 18;

    private final int[] counts = new int[BINS];
    private final long[][] sums = new long[CHANNELS][BINS];
    private final int[] candidates = new int[BINS];
    private final int[] votes = new int[BINS];

    void add(int[] row) {
        for (int pixel : row) {
            int colour = premultiplied(pixel);
            int bin = bin(colour);
            counts[bin]++;
            for (int channel = 0; channel < CHANNELS; channel++) {
                sums[channel][bin] += channel(colour, channel);
            }
            vote(bin, colour);
        }
    }

    private void vote(int bin, int colour) {
        if (candidates[bin] == colour) {
            votes[bin]++;
        } else if (votes[bin] == 0) {
            candidates[bin] = colour;
            votes[bin] = 1;
        } else {
            votes[bin]--;
        }
    }

    private static int bin(int colour) {
        return (colour >>> 29) << 15 | (colour >> 19 & 31) << 10 | (colour >> 11 & 31) << 5 | (colour >> 3 & 31);
    }

    /** 0 blue, 1 green, 2 red, 3 alpha. */
    static int channel(int colour, int channel) {
        return (colour >>> (8 * channel)) & 0xFF;
    }

    static int premultiplied(int pixel) {
        int alpha = pixel >>> 24;
        return alpha == 0xFF
                ? pixel
                : alpha << 24
                        | scaled(pixel >> 16, alpha) << 16
                        | scaled(pixel >> 8, alpha) << 8
                        | scaled(pixel, alpha);
    }

    private static int scaled(int value, int alpha) {
        return ((value & 0xFF) * alpha + 127) / 255;
    }

    /** The bins in which something is, ascending. */
    Bin[] bins() {
        int[] used = IntStream.range(0, BINS).filter(bin -> counts[bin] > 0).toArray();
        return Arrays.stream(used).mapToObj(this::of).toArray(Bin[]::new);
    }

    private Bin of(int bin) {
        double[] mean = new double[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            mean[channel] = (double) sums[channel][bin] / counts[bin];
        }
        return new Bin(mean, counts[bin], candidates[bin], votes[bin]);
    }

    /**
     * @param mean premultiplied, blue first
     * @param prevailing the colour, premultiplied, that occurs most often when one does at all
     * @param votes by how much it is in the majority
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bin(double[] mean, int count, int prevailing, int votes) {}
}
