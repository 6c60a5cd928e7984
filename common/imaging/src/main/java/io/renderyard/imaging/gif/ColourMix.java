package io.renderyard.imaging.gif;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which index a pixel gets. With {@link Dither#ORDERED} a colour between two of the palette is mixed from both by an 8 x 8
 * threshold pattern, in the proportion that comes nearest to it. A colour that the palette has, or nearly has, stays plain.
 */
final class ColourMix {
    /** Squared distance up to which nobody sees that a colour is not the one asked for. */
    private static final int INVISIBLE = 4;

    private static final int LEVELS = 64;
    private static final int CACHED_BITS = 17;

    private final int[] colours;
    private final NearestColour nearest;
    private final boolean mixed;
    private final @Nullable Neighbours[] neighbours;
    private final long[] cache = new long[1 << CACHED_BITS];

    ColourMix(Palette palette, Dither dither) {
        this.colours = palette.colours();
        this.nearest = new NearestColour(colours);
        this.mixed = dither == Dither.ORDERED && !palette.exact();
        this.neighbours = new Neighbours[colours.length];
        Arrays.fill(cache, -1);
    }

    /** @param pixel its upper byte is ignored */
    int index(int pixel, int x, int y) {
        int colour = pixel & 0xFFFFFF;
        int slot = (colour * 0x9E3779B1) >>> (32 - CACHED_BITS);
        long entry = cache[slot];
        if ((int) (entry >>> 32) != colour) {
            entry = (long) colour << 32 | mix(colour);
            cache[slot] = entry;
        }
        int mix = (int) entry;
        return (mix >> 16) > THRESHOLDS[((y & 7) << 3) | (x & 7)] ? (mix >> 8) & 0xFF : mix & 0xFF;
    }

    /** Of 64 pixels, {@code mix >> 16} get the index in the second byte, the others that in the first. */
    private int mix(int colour) {
        int first = nearest.of(colour);
        if (!mixed || NearestColour.distance(colours[first], colour) <= INVISIBLE) {
            return first;
        }
        Neighbours around = neighbours(first);
        int second = around.best(colour);
        return second < 0 ? first : around.share(second, colour, LEVELS) << 16 | around.index(second) << 8 | first;
    }

    private Neighbours neighbours(int index) {
        Neighbours found = neighbours[index];
        if (found == null) {
            found = new Neighbours(colours, index);
            neighbours[index] = found;
        }
        return found;
    }

    /** Bayer's pattern: neighbouring thresholds are as far apart as can be. */
    private static final int[] THRESHOLDS = thresholds();

    private static int[] thresholds() {
        int[] thresholds = new int[LEVELS];
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                int threshold = 0;
                for (int bit = 0; bit < 3; bit++) {
                    int across = (x ^ y) >> bit & 1;
                    int down = y >> bit & 1;
                    threshold |= (across << 1 | down) << (4 - 2 * bit);
                }
                thresholds[y << 3 | x] = threshold;
            }
        }
        return thresholds;
    }
}
