package io.renderyard.imaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Chunks with their checksums. */
final class PngOutput {
    private static final double METRES_PER_INCH = 0.0254;

    private final OutputStream out;

    PngOutput(OutputStream out) {
        this.out = out;
    }

    void start(int width, int height, PixelPacker packer) throws IOException {
        out.write(PngHeader.SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
        chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) packer.depth())
                        .put((byte) packer.colourType())
                        .array());
    }

    /** Alpha values are written as far as the last colour that has one. */
    void palette(int[] palette) throws IOException {
        byte[] colours = new byte[3 * palette.length];
        byte[] alphas = new byte[palette.length];
        int clear = 0;
        for (int i = 0; i < palette.length; i++) {
            colours[3 * i] = (byte) (palette[i] >> 16);
            colours[3 * i + 1] = (byte) (palette[i] >> 8);
            colours[3 * i + 2] = (byte) palette[i];
            alphas[i] = (byte) (palette[i] >>> 24);
            clear = palette[i] >>> 24 == 0xFF ? clear : i + 1;
        }
        chunk("PLTE", colours);
        if (clear > 0) {
            chunk("tRNS", alphas, clear);
        }
    }

    static byte[] resolution(int dpi) {
        int perMetre = (int) Math.round(dpi / METRES_PER_INCH);
        return ByteBuffer.allocate(9)
                .putInt(perMetre)
                .putInt(perMetre)
                .put((byte) 1)
                .array();
    }

    void chunk(String name, byte[] data) throws IOException {
        chunk(name, data, data.length);
    }

    void chunk(String name, byte[] data, int length) throws IOException {
        byte[] head = name.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(head);
        crc.update(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        out.write(head);
        out.write(data, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
