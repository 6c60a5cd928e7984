package io.renderyard.worker.browser;

/**
 * Reads the real pixel size from a picture's header, without decoding it.
 *
 * @param width pixels
 * @param height pixels
 */
record PictureSize(int width, int height) {
    private static final int JPEG_START_OF_SCAN = 0xDA;

    static PictureSize ofPng(byte[] bytes) {
        if (bytes.length < 24 || int32(bytes, 12) != 0x49484452) {
            throw unreadable("PNG");
        }
        return new PictureSize(int32(bytes, 16), int32(bytes, 20));
    }

    static PictureSize ofJpeg(byte[] bytes) {
        int at = 2;
        while (at + 9 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isStartOfFrame(marker)) {
                return new PictureSize(int16(bytes, at + 7), int16(bytes, at + 5));
            } else if (marker == JPEG_START_OF_SCAN) {
                break;
            } else {
                at += 2 + int16(bytes, at + 2);
            }
        }
        throw unreadable("JPEG");
    }

    /** All three chunk forms: lossy, lossless, extended. */
    static PictureSize ofWebp(byte[] bytes) {
        if (bytes.length < 30 || int32(bytes, 8) != 0x57454250) {
            throw unreadable("WebP");
        }
        return switch (int32(bytes, 12)) {
            case 0x56503820 -> new PictureSize(little16(bytes, 26) & 0x3FFF, little16(bytes, 28) & 0x3FFF);
            case 0x5650384C -> {
                int packed = little16(bytes, 21) | little16(bytes, 23) << 16;
                yield new PictureSize((packed & 0x3FFF) + 1, (packed >>> 14 & 0x3FFF) + 1);
            }
            case 0x56503858 -> new PictureSize(little24(bytes, 24) + 1, little24(bytes, 27) + 1);
            default -> throw unreadable("WebP");
        };
    }

    /** C0 to CF hold the frame header, except the Huffman table, the reserved marker and the arithmetic table. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int int32(byte[] b, int at) {
        return int16(b, at) << 16 | int16(b, at + 2);
    }

    private static int int16(byte[] b, int at) {
        return (b[at] & 0xFF) << 8 | b[at + 1] & 0xFF;
    }

    private static int little16(byte[] b, int at) {
        return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8;
    }

    private static int little24(byte[] b, int at) {
        return little16(b, at) | (b[at + 2] & 0xFF) << 16;
    }

    private static IllegalArgumentException unreadable(String format) {
        return new IllegalArgumentException("The browser's picture has no " + format + " header.");
    }
}
