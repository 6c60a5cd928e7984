package io.renderyard.imaging.gif;

import java.util.stream.IntStream;

/** The bins that hold anything, column by column: what the quantiser works on. */
final class ColourBins {
    final double[] weight;
    final double[] red;
    final double[] green;
    final double[] blue;
    final int[] prevailing;
    final double[] votes;
    private int size;

    ColourBins(int capacity) {
        weight = new double[capacity];
        red = new double[capacity];
        green = new double[capacity];
        blue = new double[capacity];
        prevailing = new int[capacity];
        votes = new double[capacity];
    }

    void add(long times, long reds, long greens, long blues, int prevailingColour, long prevailingVotes) {
        weight[size] = times;
        red[size] = (double) reds / times;
        green[size] = (double) greens / times;
        blue[size] = (double) blues / times;
        prevailing[size] = prevailingColour;
        votes[size] = prevailingVotes;
        size++;
    }

    int size() {
        return size;
    }

    /** The mean colour of a bin, rounded to {@code 0xrrggbb}. */
    int colour(int bin) {
        return rgb(red[bin], green[bin], blue[bin]);
    }

    /** All of them, ascending. */
    int[] colours() {
        return IntStream.range(0, size).map(this::colour).sorted().toArray();
    }

    static int rgb(double red, double green, double blue) {
        return (int) Math.round(red) << 16 | (int) Math.round(green) << 8 | (int) Math.round(blue);
    }
}
