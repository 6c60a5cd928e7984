package io.renderyard.imaging;

/**
 * A GIF's blocks as far as the first frame needs them.
 *
 * @param control where the first frame's graphic control extension begins; -1 when it has none
 * @param frame where the first frame's image descriptor begins
 * @param end behind the first frame's pixels
 */
record GifHeader(PictureHeader header, int tableEnd, long control, long frame, long end) {
    private static final int DESCRIPTOR = 10;

    static GifHeader read(Bytes bytes) throws PictureException {
        int tableEnd = 13 + table(bytes.u8(10));
        long control = -1;
        long frame = -1;
        long end = -1;
        int frames = 0;
        long at = tableEnd;
        while (at < bytes.length() && bytes.u8(at) != 0x3B) {
            if (bytes.u8(at) == 0x2C) {
                frames++;
                long next = image(bytes, at);
                if (frame < 0) {
                    frame = at;
                    end = next;
                }
                at = next;
            } else if (bytes.u8(at) == 0x21) {
                control = frame < 0 && at + 1 < bytes.length() && bytes.u8(at + 1) == 0xF9 ? at : control;
                at = blocks(bytes, at + 2);
            } else {
                break;
            }
        }
        if (frame < 0) {
            throw PictureException.broken("a GIF without a frame");
        }
        int width = Math.max(bytes.u16le(6), bytes.u16le(frame + 1) + bytes.u16le(frame + 5));
        int height = Math.max(bytes.u16le(8), bytes.u16le(frame + 3) + bytes.u16le(frame + 7));
        return new GifHeader(new PictureHeader(PictureType.GIF, width, height, frames), tableEnd, control, frame, end);
    }

    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static long image(Bytes bytes, long at) throws PictureException {
        return blocks(bytes, at + DESCRIPTOR + table(bytes.u8(at + 9)) + 1);
    }

    /** Where the blocks that begin here end; a GIF that is cut off ends with its last byte. */
    private static long blocks(Bytes bytes, long from) throws PictureException {
        long at = from;
        while (at < bytes.length() && bytes.u8(at) != 0) {
            at += 1 + bytes.u8(at);
        }
        return Math.min(bytes.length(), at + 1);
    }
}
