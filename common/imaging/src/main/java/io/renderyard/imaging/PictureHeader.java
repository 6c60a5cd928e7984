package io.renderyard.imaging;

import io.renderyard.imaging.PictureException.Reason;

/**
 * What the first bytes of a picture declare. Nothing is decoded, and nothing is believed but for judging it: decoders stay
 * within the declared size.
 *
 * @param width pixels; the largest that any part declares which the first frame consists of
 * @param height as {@code width}
 * @param frames how many pictures are shown one after the other, as far as this can be seen without decoding
 */
public record PictureHeader(PictureType type, int width, int height, int frames) {
    private static final int MARKUP_SEARCH = 256;

    /** @throws PictureException when the format is unknown or the header damaged */
    public static PictureHeader read(byte[] picture) throws PictureException {
        Bytes bytes = new Bytes(picture);
        PictureHeader header = switch (type(bytes)) {
            case PNG -> PngHeader.read(bytes);
            case JPEG -> JpegHeader.read(bytes);
            case WEBP -> WebpHeader.read(bytes).header();
            case AVIF -> AvifHeader.read(bytes);
            case GIF -> GifHeader.read(bytes).header();
        };
        if (header.width < 1 || header.height < 1) {
            throw PictureException.broken(
                    "it declares a size of %d x %d pixels".formatted(header.width, header.height));
        }
        return header;
    }

    public long pixels() {
        return (long) width * height;
    }

    private static PictureType type(Bytes bytes) throws PictureException {
        if (bytes.has(0, PngHeader.SIGNATURE)) {
            return PictureType.PNG;
        }
        if (bytes.has(0, "\u00ff\u00d8\u00ff")) {
            return PictureType.JPEG;
        }
        if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
            return PictureType.WEBP;
        }
        if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
            return PictureType.GIF;
        }
        if (AvifHeader.recognises(bytes)) {
            return PictureType.AVIF;
        }
        throw unknown(bytes);
    }

    private static PictureException unknown(Bytes bytes) {
        if (markup(bytes)) {
            return PictureException.unsupported(
                    "This is markup, such as SVG, and not a picture of pixels: draw it with a browser first.");
        }
        return new PictureException(
                Reason.UNKNOWN_FORMAT, "The bytes are none of the formats PNG, JPEG, WebP, AVIF and GIF.");
    }

    private static boolean markup(Bytes bytes) {
        int end = Math.min(bytes.length(), MARKUP_SEARCH);
        for (int i = 0; i < end; i++) {
            int c = bytes.array()[i] & 0xFF;
            if (c == '<') {
                return true;
            }
            boolean blankOrByteOrderMark = c <= ' ' || c >= 0xBB;
            if (!blankOrByteOrderMark) {
                return false;
            }
        }
        return false;
    }
}
