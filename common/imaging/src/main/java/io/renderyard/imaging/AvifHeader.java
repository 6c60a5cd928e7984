package io.renderyard.imaging;

/** Finds the largest spatial extent among a file's item properties. */
final class AvifHeader {
    private AvifHeader() {}

    static boolean recognises(Bytes bytes) throws PictureException {
        if (!bytes.has(4, "ftyp")) {
            return false;
        }
        long end = Math.min(bytes.length(), bytes.u32(0));
        for (long at = 8; at + 4 <= end; at += 4) {
            boolean minorVersion = at == 12;
            if (!minorVersion && (bytes.has(at, "avif") || bytes.has(at, "avis"))) {
                return true;
            }
        }
        return false;
    }

    static PictureHeader read(Bytes bytes) throws PictureException {
        Extents extents = new Extents(bytes);
        extents.walk(0, bytes.length());
        return new PictureHeader(PictureType.AVIF, extents.width, extents.height, 1);
    }

    /** Boxes within boxes; only the four that lead to the extents are entered, so that depth is bounded. */
    private static final class Extents {
        private final Bytes bytes;
        private int width;
        private int height;

        Extents(Bytes bytes) {
            this.bytes = bytes;
        }

        void walk(long from, long end) throws PictureException {
            long at = from;
            while (at + 8 <= end) {
                long size = size(at, end);
                int head = bytes.u32(at) == 1 ? 16 : 8;
                long next = Math.min(end, at + size);
                if (bytes.has(at + 4, "meta")) {
                    walkIn("iprp", at + head + 4, next);
                }
                at = next;
            }
        }

        private void walkIn(String name, long from, long end) throws PictureException {
            long at = from;
            while (at + 8 <= end) {
                long next = Math.min(end, at + size(at, end));
                int head = bytes.u32(at) == 1 ? 16 : 8;
                if (bytes.has(at + 4, name)) {
                    enter(name, at + head, next);
                }
                at = next;
            }
        }

        private void enter(String name, long from, long end) throws PictureException {
            if (name.equals("iprp")) {
                walkIn("ipco", from, end);
            } else if (name.equals("ipco")) {
                walkIn("ispe", from, end);
            } else {
                width = (int) Math.max(width, Math.min(Integer.MAX_VALUE, bytes.u32(from + 4)));
                height = (int) Math.max(height, Math.min(Integer.MAX_VALUE, bytes.u32(from + 8)));
            }
        }

        private long size(long at, long end) throws PictureException {
            long size = bytes.u32(at);
            if (size == 0) {
                return end - at;
            }
            long large = size == 1 ? bytes.u32(at + 8) << 32 | bytes.u32(at + 12) : size;
            if (large < 8) {
                throw PictureException.broken("a box is smaller than its own header");
            }
            return Math.min(large, end - at);
        }
    }
}
