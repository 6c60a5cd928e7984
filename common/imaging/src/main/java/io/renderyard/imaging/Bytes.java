package io.renderyard.imaging;

import java.nio.charset.StandardCharsets;

/** Numbers in the bytes of a picture. Reading past the end says that the picture is damaged. */
record Bytes(byte[] array) {
    int length() {
        return array.length;
    }

    int u8(long at) throws PictureException {
        if (at < 0 || at >= array.length) {
            throw PictureException.broken("it ends in the middle of its header");
        }
        return array[(int) at] & 0xFF;
    }

    int u16(long at) throws PictureException {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(long at) throws PictureException {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24le(long at) throws PictureException {
        return u16le(at) | u8(at + 2) << 16;
    }

    long u32(long at) throws PictureException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    long u32le(long at) throws PictureException {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    boolean has(long at, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
        if (at < 0 || at + wanted.length > array.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (array[(int) at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
