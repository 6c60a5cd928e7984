package io.renderyard.imaging;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A JPEG without the segments that pixels do not need: profiles, comments, thumbnails and data of applications. */
final class JpegSegments {
    /** A progressive picture needs about ten; each costs a pass over all pixels. */
    private static final int MAX_SCANS = 100;

    private static final int JFIF_BODY = 14;
    private static final int ADOBE_TRANSFORM = 11;

    private final Bytes bytes;
    private final ByteArrayOutputStream kept;
    private int components;
    private int transform = -1;
    private int scans;

    JpegSegments(byte[] jpeg) throws PictureException {
        this.bytes = new Bytes(jpeg);
        this.kept = new ByteArrayOutputStream(jpeg.length);
        kept.write(jpeg, 0, 2);
        walk();
    }

    byte[] kept() {
        return kept.toByteArray();
    }

    /** Of a pixel, 4 for CMYK. */
    int components() {
        return components;
    }

    /** What Adobe's segment says about the colours; null without one. */
    @Nullable
    Integer transform() {
        return transform < 0 ? null : transform;
    }

    private void walk() throws PictureException {
        long at = 2;
        while (at + 4 <= bytes.length()) {
            long marker = JpegHeader.marker(bytes, at);
            int name = bytes.u8(marker);
            if (name == 0xD9) {
                break;
            }
            if (JpegHeader.alone(name)) {
                at = marker + 1;
                continue;
            }
            int length = JpegHeader.length(bytes, marker + 1);
            segment(name, marker + 1, length);
            at = marker + 1 + length;
            if (name == 0xDA) {
                at = scan(at);
            }
        }
        kept.write(0xFF);
        kept.write(0xD9);
    }

    private void segment(int name, long at, int length) throws PictureException {
        if (name == 0xE0 && bytes.has(at + 2, "JFIF\0") && length >= JFIF_BODY + 2) {
            jfif(at);
        } else if (name == 0xEE && bytes.has(at + 2, "Adobe")) {
            transform = length >= ADOBE_TRANSFORM + 3 ? bytes.u8(at + 2 + ADOBE_TRANSFORM) : transform;
            copy(name, at, length);
        } else if (name < 0xE0 || (name > 0xEF && name != 0xFE)) {
            components = JpegHeader.frame(name) ? bytes.u8(at + 7) : components;
            copy(name, at, length);
        }
    }

    private void copy(int name, long at, int length) throws PictureException {
        kept.write(0xFF);
        kept.write(name);
        bytes.u8(at + length - 1);
        kept.write(bytes.array(), (int) at, length);
    }

    /** Without its thumbnail. */
    private void jfif(long at) throws PictureException {
        bytes.u8(at + JFIF_BODY + 1);
        kept.write(0xFF);
        kept.write(0xE0);
        kept.write(0);
        kept.write(JFIF_BODY + 2);
        kept.write(bytes.array(), (int) at + 2, JFIF_BODY - 2);
        kept.write(0);
        kept.write(0);
    }

    /** Copies coded pixels up to the next marker, and says where this is. */
    private long scan(long from) throws PictureException {
        if (++scans > MAX_SCANS) {
            throw PictureException.tooLarge("The picture has more than %d scans.".formatted(MAX_SCANS));
        }
        int at = (int) Math.min(bytes.length(), from);
        int start = at;
        byte[] array = bytes.array();
        while (at < array.length && !(array[at] == (byte) 0xFF && at + 1 < array.length && ends(array[at + 1]))) {
            at++;
        }
        kept.write(array, start, at - start);
        return at;
    }

    private static boolean ends(byte after) {
        int marker = after & 0xFF;
        return marker != 0 && marker != 0xFF && !(marker >= 0xD0 && marker <= 0xD7);
    }
}
