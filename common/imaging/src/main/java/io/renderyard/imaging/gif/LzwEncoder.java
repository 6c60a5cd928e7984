package io.renderyard.imaging.gif;

import java.io.IOException;
import java.io.OutputStream;

/**
 * GIF's LZW for pixels that may have two indices which look the same. All strings that fit are followed at once, and the one
 * that reaches farthest is taken. A full dictionary is kept as long as it serves well.
 */
final class LzwEncoder {
    private static final int LAST_WIDTH = 12;
    private static final int MOST_CODES = 1 << LAST_WIDTH;
    private static final int FOLLOWED = 6;
    private static final int WINDOW = 256;

    private final CodeStream out;
    private final LzwCodes codes;
    private final int clear;
    private int width;
    private int next;
    /** The last string written; with the first symbol of the one after it, it becomes string number {@link #next}. */
    private int previous;

    private int[] followed = new int[FOLLOWED];
    private int[] firsts = new int[FOLLOWED];
    private int count;
    private int[] further = new int[FOLLOWED];
    private int[] furtherFirsts = new int[FOLLOWED];

    private int windowCodes;
    private int windowPixels;
    private int bestPixels;

    /**
     * @param codes are forgotten; it is much memory to have anew for each picture
     * @param bits of an index, 1 to 8
     */
    LzwEncoder(OutputStream stream, LzwCodes codes, int bits) throws IOException {
        this.codes = codes;
        int symbols = Math.max(2, bits);
        this.out = new CodeStream(stream);
        this.clear = 1 << symbols;
        stream.write(symbols);
        width = symbols + 1;
        restart();
    }

    private void restart() throws IOException {
        out.write(clear, width);
        codes.clear();
        width = 32 - Integer.numberOfLeadingZeros(clear);
        next = clear + 2;
        previous = LzwCodes.NONE;
        windowCodes = 0;
        windowPixels = 0;
        bestPixels = 0;
    }

    /** @param choices the index, and in the upper byte another as good or the same */
    void write(short[] choices, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            int choice = choices[i];
            int one = choice & 0xFF;
            int other = choice >> 8 & 0xFF;
            if (count == 0 || !follow(one, other)) {
                if (count > 0) {
                    emit();
                }
                begin(one, other);
            }
            windowPixels++;
        }
    }

    private void begin(int one, int other) {
        followed[0] = one;
        firsts[0] = one;
        count = 1;
        if (other != one) {
            followed[1] = other;
            firsts[1] = other;
            count = 2;
        }
    }

    /** Whether any of the strings goes on with this pixel. */
    private boolean follow(int one, int other) {
        int found = 0;
        for (int i = 0; i < count && found < FOLLOWED; i++) {
            int code = find(followed[i], one, firsts[i]);
            if (code != LzwCodes.NONE) {
                further[found] = code;
                furtherFirsts[found++] = firsts[i];
            }
            if (other != one && found < FOLLOWED) {
                code = find(followed[i], other, firsts[i]);
                if (code != LzwCodes.NONE) {
                    further[found] = code;
                    furtherFirsts[found++] = firsts[i];
                }
            }
        }
        if (found == 0) {
            return false;
        }
        int[] free = followed;
        followed = further;
        further = free;
        free = firsts;
        firsts = furtherFirsts;
        furtherFirsts = free;
        count = found;
        return true;
    }

    private int find(int prefix, int symbol, int first) {
        int code = codes.find(prefix, symbol);
        boolean self = code == LzwCodes.NONE && prefix == previous && symbol == first && next < MOST_CODES;
        return self ? next : code;
    }

    private void emit() throws IOException {
        out.write(followed[0], width);
        if (previous != LzwCodes.NONE && next < MOST_CODES) {
            codes.add(previous, firsts[0], next++);
        }
        if (next >= 1 << width && width < LAST_WIDTH) {
            width++;
        }
        previous = followed[0];
        if (next == MOST_CODES) {
            judge();
        }
    }

    /** Starts the dictionary anew when it serves clearly worse than it did. */
    private void judge() throws IOException {
        if (++windowCodes < WINDOW) {
            return;
        }
        bestPixels = Math.max(bestPixels, windowPixels);
        boolean worse = windowPixels * 8L < bestPixels * 7L;
        windowCodes = 0;
        windowPixels = 0;
        if (worse) {
            restart();
        }
    }

    void end() throws IOException {
        if (count > 0) {
            emit();
        }
        out.write(clear + 1, width);
        out.end();
    }
}
