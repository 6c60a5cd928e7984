package io.renderyard.imaging;

/** Finds the frame header behind the segments before it. */
final class JpegHeader {
    private JpegHeader() {}

    static PictureHeader read(Bytes bytes) throws PictureException {
        long at = 2;
        while (true) {
            at = marker(bytes, at);
            int marker = bytes.u8(at);
            if (frame(marker)) {
                return new PictureHeader(PictureType.JPEG, bytes.u16(at + 6), bytes.u16(at + 4), 1);
            }
            if (marker == 0xDA || marker == 0xD9) {
                throw PictureException.broken("its pixels begin before its size is declared");
            }
            at += alone(marker) ? 1 : 1 + length(bytes, at + 1);
        }
    }

    /** Where the second byte of the marker is that begins here, behind any padding. */
    static long marker(Bytes bytes, long at) throws PictureException {
        if (bytes.u8(at) != 0xFF) {
            throw PictureException.broken("a marker is missing between its segments");
        }
        long next = at + 1;
        while (bytes.u8(next) == 0xFF) {
            next++;
        }
        return next;
    }

    /** Of a segment, with the two bytes of the length itself. */
    static int length(Bytes bytes, long at) throws PictureException {
        int length = bytes.u16(at);
        if (length < 2) {
            throw PictureException.broken("a segment is shorter than its own length");
        }
        return length;
    }

    static boolean frame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** Markers that have no segment. */
    static boolean alone(int marker) {
        return (marker >= 0xD0 && marker <= 0xD8) || marker == 0x01;
    }
}
