package io.renderyard.imaging;

import java.util.Arrays;

/** The different colours of a picture, as long as they are few, and how often each occurs. */
final class Colours {
    private static final int SLOTS = 1024;
    private static final int MASK = SLOTS - 1;

    private final int most;
    private final int[] keys = new int[SLOTS];
    private final int[] places = new int[SLOTS];
    private final int[] found;
    private int count;
    private boolean tooMany;

    /** @param most at most 256 */
    Colours(int most) {
        this.most = most;
        this.found = new int[most];
    }

    void add(int[] row) {
        int last = ~row[0];
        for (int x = 0; x < row.length && !tooMany; x++) {
            if (row[x] != last) {
                last = row[x];
                add(last);
            }
        }
    }

    private void add(int colour) {
        int slot = slot(colour);
        if (places[slot] != 0) {
            return;
        }
        if (count == most) {
            tooMany = true;
            return;
        }
        found[count++] = colour;
        keys[slot] = colour;
        places[slot] = count;
    }

    private int slot(int colour) {
        int slot = (colour * 0x9E3779B1) >>> 22;
        while (places[slot] != 0 && keys[slot] != colour) {
            slot = slot + 1 & MASK;
        }
        return slot;
    }

    boolean few() {
        return !tooMany;
    }

    /** All of them, the ones that can be seen through first; only when they are {@link #few}. */
    PixelPacker.Indexed packer() {
        int[] palette = Arrays.copyOf(found, count);
        // Unsigned by alpha, red, green, blue, as they are written.
        int[] sorted = Arrays.stream(palette)
                .mapToObj(Integer::valueOf)
                .sorted(Integer::compareUnsigned)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < sorted.length; i++) {
            places[slot(sorted[i])] = i + 1;
        }
        return new PixelPacker.Indexed(sorted, row -> {
            for (int x = 0; x < row.length; x++) {
                row[x] = places[slot(row[x])] - 1;
            }
            return row;
        });
    }
}
