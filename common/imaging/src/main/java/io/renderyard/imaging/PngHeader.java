package io.renderyard.imaging;

/** Reads IHDR and, up to the first pixel data, acTL. */
final class PngHeader {
    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private static final int FIRST_CHUNK = 8;

    private PngHeader() {}

    static PictureHeader read(Bytes bytes) throws PictureException {
        if (bytes.u32(FIRST_CHUNK) != 13 || !bytes.has(FIRST_CHUNK + 4, "IHDR")) {
            throw PictureException.broken("a PNG must begin with its size");
        }
        int width = side(bytes.u32(FIRST_CHUNK + 8));
        int height = side(bytes.u32(FIRST_CHUNK + 12));
        return new PictureHeader(PictureType.PNG, width, height, frames(bytes));
    }

    private static int frames(Bytes bytes) throws PictureException {
        long at = FIRST_CHUNK;
        while (at + 12 <= bytes.length() && !bytes.has(at + 4, "IDAT")) {
            if (bytes.has(at + 4, "acTL")) {
                return side(Math.max(1, bytes.u32(at + 8)));
            }
            at += 12 + bytes.u32(at);
        }
        return 1;
    }

    private static int side(long declared) {
        return (int) Math.min(Integer.MAX_VALUE, declared);
    }
}
