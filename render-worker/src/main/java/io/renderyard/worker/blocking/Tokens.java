package io.renderyard.worker.blocking;

import java.util.Arrays;

/** Words of an address: runs of letters, digits and percent signs. Filters are found by one of theirs. */
final class Tokens {
    private Tokens() {}

    static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%';
    }

    /** Hashes of all words of two characters and more. */
    static int[] of(String text) {
        int[] hashes = new int[text.length() / 2 + 1];
        int count = 0;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !isPart(text.charAt(at))) {
                if (at - start > 1) {
                    hashes[count++] = hash(text, start, at);
                }
                start = at + 1;
            }
        }
        return Arrays.copyOf(hashes, count);
    }

    static int hash(String text, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + text.charAt(at);
        }
        return hash;
    }
}
