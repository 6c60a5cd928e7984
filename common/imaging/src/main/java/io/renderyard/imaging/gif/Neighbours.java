package io.renderyard.imaging.gif;

import java.util.Arrays;

/** The colours of a palette around one of them, as the steps that lead there. */
final class Neighbours {
    private static final int MOST = 16;
    /**
     * How much of the error that a mix makes from pixel to pixel counts beside that of its mean. Between near colours nobody
     * sees it but everybody sees a band; between distant ones it is coarse, and costs bytes.
     */
    private static final float MOST_UNREST = 0.5f;

    private static final float RESTLESS = 512;

    private final int colour;
    private final int[] indices;
    private final int[] reds;
    private final int[] greens;
    private final int[] blues;
    /** One by the squared length of the step. */
    private final float[] inverses;

    private final float[] unrests;

    Neighbours(int[] colours, int centre) {
        colour = colours[centre];
        indices = nearest(colours, centre);
        int count = indices.length;
        reds = new int[count];
        greens = new int[count];
        blues = new int[count];
        inverses = new float[count];
        unrests = new float[count];
        for (int i = 0; i < count; i++) {
            int other = colours[indices[i]];
            reds[i] = red(other) - red(colour);
            greens[i] = green(other) - green(colour);
            blues[i] = blue(other) - blue(colour);
            int length = NearestColour.distance(colour, other);
            inverses[i] = 1f / length;
            unrests[i] = Math.min(MOST_UNREST, length / RESTLESS);
        }
    }

    private static int[] nearest(int[] colours, int centre) {
        long[] byDistance = new long[colours.length];
        for (int i = 0; i < colours.length; i++) {
            byDistance[i] = (long) NearestColour.distance(colours[centre], colours[i]) << 8 | i;
        }
        Arrays.sort(byDistance);
        return Arrays.stream(byDistance)
                .mapToInt(entry -> (int) entry & 0xFF)
                .filter(index -> index != centre)
                .limit(MOST)
                .toArray();
    }

    /**
     * The neighbour that, mixed in, lowers the squared error of the mean most, or -1 if none does.
     */
    int best(int wanted) {
        float most = 0;
        int best = -1;
        for (int i = 0; i < indices.length; i++) {
            int along = along(i, wanted);
            float gain = along * ((1 + unrests[i]) * along * inverses[i] - unrests[i]);
            if (along > 0 && gain > most) {
                most = gain;
                best = i;
            }
        }
        return best;
    }

    /** How many of {@code all} pixels should have the neighbour's colour. */
    int share(int neighbour, int wanted, int all) {
        return Math.round(all * along(neighbour, wanted) * inverses[neighbour]);
    }

    /** The palette's index of the neighbour. */
    int index(int neighbour) {
        return indices[neighbour];
    }

    private int along(int neighbour, int wanted) {
        return (red(wanted) - red(colour)) * reds[neighbour]
                + (green(wanted) - green(colour)) * greens[neighbour]
                + (blue(wanted) - blue(colour)) * blues[neighbour];
    }

    private static int red(int colour) {
        return colour >> 16 & 0xFF;
    }

    private static int green(int colour) {
        return colour >> 8 & 0xFF;
    }

    private static int blue(int colour) {
        return colour & 0xFF;
    }
}
