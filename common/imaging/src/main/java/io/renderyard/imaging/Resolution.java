package io.renderyard.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Changes how many dots an inch of a stored picture has, for printers, without touching its pixels. */
final class Resolution {
    private static final int PNG_BEFORE = 8 + 25;

    private Resolution() {}

    /** @param dpi the same bytes when null */
    static byte[] write(byte[] picture, PictureType type, @Nullable Integer dpi) throws PictureException {
        if (dpi == null) {
            return picture;
        }
        return switch (type) {
            case PNG -> png(picture, dpi);
            case JPEG -> jpeg(picture, dpi);
            case WEBP, AVIF, GIF -> picture;
        };
    }

    private static byte[] png(byte[] png, int dpi) throws PictureException {
        Bytes bytes = new Bytes(png);
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + 32);
        bytes.u8(PNG_BEFORE - 1);
        out.write(png, 0, PNG_BEFORE);
        try {
            new PngOutput(out).chunk("pHYs", PngOutput.resolution(dpi));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        int at = PNG_BEFORE;
        while (at + 12 <= png.length && !bytes.has(at + 4, "IDAT")) {
            int length = (int) Math.min(png.length - at, 12 + bytes.u32(at));
            if (!bytes.has(at + 4, "pHYs")) {
                out.write(png, at, length);
            }
            at += length;
        }
        out.write(png, at, png.length - at);
        return out.toByteArray();
    }

    /** Without the JFIF segment one is made, unless Adobe's is there, to which it would give another meaning. */
    private static byte[] jpeg(byte[] jpeg, int dpi) throws PictureException {
        Bytes bytes = new Bytes(jpeg);
        long at = 2;
        while (true) {
            long marker = JpegHeader.marker(bytes, at);
            int name = bytes.u8(marker);
            if (name == 0xE0 && bytes.has(marker + 3, "JFIF\0") && bytes.u16(marker + 1) >= 16) {
                bytes.u8(marker + 14);
                byte[] changed = jpeg.clone();
                density(changed, (int) marker + 10, dpi);
                return changed;
            }
            if (name == 0xEE && bytes.has(marker + 3, "Adobe")) {
                return jpeg;
            }
            if (name == 0xDA || JpegHeader.frame(name)) {
                return withJfif(jpeg, dpi);
            }
            at = marker + 1 + (JpegHeader.alone(name) ? 0 : JpegHeader.length(bytes, marker + 1));
        }
    }

    private static byte[] withJfif(byte[] jpeg, int dpi) {
        byte[] segment = {(byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 0, 0, 0, 0, 0};
        density(segment, 11, dpi);
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + segment.length);
        out.write(jpeg, 0, 2);
        out.writeBytes(segment);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** @param at the unit; 1 is dots per inch */
    private static void density(byte[] jfif, int at, int dpi) {
        jfif[at] = 1;
        for (int i = 1; i <= 3; i += 2) {
            jfif[at + i] = (byte) (dpi >> 8);
            jfif[at + i + 1] = (byte) dpi;
        }
    }
}
