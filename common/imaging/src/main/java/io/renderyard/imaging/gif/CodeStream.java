package io.renderyard.imaging.gif;

import java.io.IOException;
import java.io.OutputStream;

/** Codes of a growing number of bits, least significant first, in blocks of at most 255 bytes. */
final class CodeStream {
    private static final int FULL = 255;

    private final OutputStream out;
    private final byte[] block = new byte[FULL + 1];
    private int length;
    private int bits;
    private int bitCount;

    CodeStream(OutputStream out) {
        this.out = out;
    }

    void write(int code, int width) throws IOException {
        bits |= code << bitCount;
        bitCount += width;
        while (bitCount >= 8) {
            put(bits);
            bits >>>= 8;
            bitCount -= 8;
        }
    }

    private void put(int value) throws IOException {
        block[++length] = (byte) value;
        if (length == FULL) {
            flush();
        }
    }

    private void flush() throws IOException {
        block[0] = (byte) length;
        out.write(block, 0, length + 1);
        length = 0;
    }

    /** Writes what is left and the empty block that ends the picture. */
    void end() throws IOException {
        if (bitCount > 0) {
            put(bits);
        }
        bits = 0;
        bitCount = 0;
        if (length > 0) {
            flush();
        }
        flush();
    }
}
