package io.renderyard.imaging.gif;

import java.util.Arrays;

/** The strings that LZW knows by number: each is another with one symbol more. */
final class LzwCodes {
    static final int NONE = -1;

    private static final int SLOTS = 1 << 14;
    /** Upper bits the string and its last symbol plus 1, lower twelve bits its number. */
    private final int[] entries = new int[SLOTS];

    void clear() {
        Arrays.fill(entries, 0);
    }

    /** The number of the string that is {@code prefix} and then {@code symbol}, or {@link #NONE}. */
    int find(int prefix, int symbol) {
        int key = key(prefix, symbol);
        for (int slot = slot(key); entries[slot] != 0; slot = (slot + 1) & (SLOTS - 1)) {
            if (entries[slot] >>> 12 == key) {
                return entries[slot] & 0xFFF;
            }
        }
        return NONE;
    }

    void add(int prefix, int symbol, int code) {
        int key = key(prefix, symbol);
        int slot = slot(key);
        while (entries[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        entries[slot] = key << 12 | code;
    }

    /** Twenty bits; a code of 258 or more as its number makes no entry 0. */
    private static int key(int prefix, int symbol) {
        return prefix << 8 | symbol;
    }

    private static int slot(int key) {
        return (key * 0x9E3779B1) >>> 18;
    }
}
