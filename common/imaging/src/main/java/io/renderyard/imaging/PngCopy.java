package io.renderyard.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** Copies PNGs chunk by chunk. Nothing is decoded, so it costs little more than reading. */
public final class PngCopy {
    /** What the pixels are, how they look, and where they come from (C2PA, which providers may demand). */
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "sRGB", "gAMA", "cHRM", "iCCP", "sBIT", "cICP", "caBX");

    private static final int SIGNATURE = 8;
    private static final int AROUND_DATA = 12;

    private PngCopy() {}

    /**
     * The same picture without texts, times, thumbnails and everything else that pixels do not need; of a moving one the
     * default picture. The same array when there is nothing to leave out.
     *
     * @throws PictureException when it is no PNG, a checksum is wrong, or it ends too early
     */
    public static byte[] withoutMetadata(byte[] png) throws PictureException {
        Bytes bytes = new Bytes(png);
        if (!bytes.has(0, PngHeader.SIGNATURE)) {
            throw PictureException.broken("it does not begin as a PNG");
        }
        PngHeader.read(bytes);
        Kept kept = new Kept(png);
        kept.next(SIGNATURE);
        boolean pixels = false;
        long at = SIGNATURE;
        while (true) {
            long length = bytes.u32(at);
            if (at + AROUND_DATA + length > png.length) {
                throw PictureException.broken("it ends too early");
            }
            String name = new String(png, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
            check(bytes, (int) at, (int) length);
            if (KEPT.contains(name)) {
                kept.next(AROUND_DATA + (int) length);
            } else if (Character.isUpperCase(name.charAt(0))) {
                throw PictureException.broken("it has a part that cannot be left out");
            } else {
                kept.without(AROUND_DATA + (int) length);
            }
            pixels |= name.equals("IDAT") && length > 0;
            at += AROUND_DATA + length;
            if (name.equals("IEND")) {
                break;
            }
        }
        if (!pixels) {
            throw PictureException.broken("a PNG without pixels");
        }
        return kept.bytes();
    }

    private static void check(Bytes bytes, int at, int length) throws PictureException {
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), at + 4, length + 4);
        if (crc.getValue() != bytes.u32((long) at + 8 + length)) {
            throw PictureException.broken("a checksum in it is wrong");
        }
    }

    /** What is left of a PNG, which is most of it, or all. */
    private static final class Kept {
        private final byte[] png;
        private final ByteArrayOutputStream before = new ByteArrayOutputStream(0);
        private int from;
        private int to;

        Kept(byte[] png) {
            this.png = png;
        }

        void next(int length) {
            to += length;
        }

        void without(int length) {
            before.write(png, from, to - from);
            to += length;
            from = to;
        }

        byte[] bytes() {
            if (to - from == png.length) {
                return png;
            }
            before.write(png, from, to - from);
            return before.toByteArray();
        }
    }
}
