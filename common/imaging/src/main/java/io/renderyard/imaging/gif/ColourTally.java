package io.renderyard.imaging.gif;

import java.util.Arrays;

/**
 * How often each colour is painted in a scene. With too many colours to count each, those are counted together that differ
 * in the last bit of a channel only, then in the last two, and so on; such a group knows its mean, and the one colour that
 * prevails in it, if any.
 */
final class ColourTally {
    private static final int SLOT_BITS = 17;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int MOST_GROUPS = SLOTS / 2;
    private static final int FREE = -1;

    private final int[] groups = new int[SLOTS];
    private final long[] weights = new long[SLOTS];
    private final long[] reds = new long[SLOTS];
    private final long[] greens = new long[SLOTS];
    private final long[] blues = new long[SLOTS];
    private final int[] prevailing = new int[SLOTS];
    private final long[] votes = new long[SLOTS];
    private int count;
    private int mask;

    ColourTally() {
        clear();
    }

    void clear() {
        Arrays.fill(groups, FREE);
        count = 0;
        mask = 0xFFFFFF;
    }

    /** @param colour {@code 0xrrggbb} */
    void add(int colour, long times) {
        add(colour, times, (colour >> 16) * times, (colour >> 8 & 0xFF) * times, (colour & 0xFF) * times, times);
    }

    private void add(int colour, long times, long red, long green, long blue, long voting) {
        int slot = slot(colour & mask);
        weights[slot] += times;
        reds[slot] += red;
        greens[slot] += green;
        blues[slot] += blue;
        vote(slot, colour, voting);
        if (count > MOST_GROUPS) {
            coarsen();
        }
    }

    private int slot(int group) {
        int slot = (group * 0x9E3779B1) >>> (32 - SLOT_BITS);
        while (groups[slot] != group) {
            if (groups[slot] == FREE) {
                groups[slot] = group;
                weights[slot] = 0;
                reds[slot] = 0;
                greens[slot] = 0;
                blues[slot] = 0;
                votes[slot] = 0;
                count++;
                return slot;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    /** A majority vote in one pass: a colour keeps at most as many votes as it came more often than all others together. */
    private void vote(int slot, int colour, long times) {
        if (prevailing[slot] == colour) {
            votes[slot] += times;
        } else if (votes[slot] >= times) {
            votes[slot] -= times;
        } else {
            prevailing[slot] = colour;
            votes[slot] = times - votes[slot];
        }
    }

    private void coarsen() {
        ColourTally before = new ColourTally();
        System.arraycopy(groups, 0, before.groups, 0, SLOTS);
        System.arraycopy(weights, 0, before.weights, 0, SLOTS);
        System.arraycopy(reds, 0, before.reds, 0, SLOTS);
        System.arraycopy(greens, 0, before.greens, 0, SLOTS);
        System.arraycopy(blues, 0, before.blues, 0, SLOTS);
        System.arraycopy(prevailing, 0, before.prevailing, 0, SLOTS);
        System.arraycopy(votes, 0, before.votes, 0, SLOTS);
        int finer = mask;
        clear();
        mask = finer & finer << 1 & 0xFEFEFE;
        for (int i = 0; i < SLOTS; i++) {
            if (before.groups[i] != FREE) {
                add(
                        before.prevailing[i],
                        before.weights[i],
                        before.reds[i],
                        before.greens[i],
                        before.blues[i],
                        before.votes[i]);
            }
        }
    }

    /** The number of groups; as long as {@link #exact()}, of colours. */
    int count() {
        return count;
    }

    /** Whether each group is one colour. */
    boolean exact() {
        return mask == 0xFFFFFF;
    }

    ColourBins bins() {
        ColourBins bins = new ColourBins(count);
        for (int i = 0; i < SLOTS; i++) {
            if (groups[i] != FREE) {
                bins.add(weights[i], reds[i], greens[i], blues[i], prevailing[i], votes[i]);
            }
        }
        return bins;
    }
}
