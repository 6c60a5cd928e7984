package io.renderyard.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Puts files of all formats together byte by byte, so that they can lie. */
final class Build {
    private Build() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] be(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    static byte[] le16(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] repeat(byte[] part, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** So many zeros, deflated. */
    static byte[] zeros(long count) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        byte[] nothing = new byte[1 << 16];
        for (long left = count; left > 0; left -= nothing.length) {
            deflater.setInput(nothing, 0, (int) Math.min(left, nothing.length));
            for (int n = deflater.deflate(piece); n > 0; n = deflater.deflate(piece)) {
                out.write(piece, 0, n);
            }
        }
        deflater.finish();
        for (int n = deflater.deflate(piece); n > 0; n = deflater.deflate(piece)) {
            out.write(piece, 0, n);
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] chunk(String name, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PngOutput(out).chunk(name, data);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static byte[] ihdr(int width, int height, int depth, int type, int interlace) {
        return chunk("IHDR", join(be(width, height), bytes(depth, type, 0, 0, interlace)));
    }

    static byte[] png(byte[]... chunks) {
        return join(ascii(PngHeader.SIGNATURE), join(chunks), chunk("IEND", new byte[0]));
    }

    static byte[] segment(int marker, byte[] data) {
        return join(bytes(0xFF, marker, data.length + 2 >> 8, data.length + 2), data);
    }

    static byte[] sof(int marker, int width, int height, int components) {
        byte[] body = bytes(8, height >> 8, height, width >> 8, width, components);
        for (int i = 1; i <= components; i++) {
            body = join(body, bytes(i, 0x11, 0));
        }
        return segment(marker, body);
    }

    static byte[] jpeg(byte[]... segments) {
        return join(bytes(0xFF, 0xD8), join(segments), bytes(0xFF, 0xD9));
    }

    static byte[] gif(int width, int height, byte[]... blocks) {
        return join(
                ascii("GIF89a"),
                le16(width, height),
                bytes(0x80, 0, 0, 0, 0, 0, 255, 255, 255),
                join(blocks),
                bytes(0x3B));
    }

    static byte[] frame(int x, int y, int width, int height, byte[] codes) {
        return join(bytes(0x2C), le16(x, y, width, height), bytes(0, 2, codes.length), codes, bytes(0));
    }

    static byte[] riff(String name, byte[] data) {
        ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length);
        return join(ascii(name), size.array(), data, new byte[data.length & 1]);
    }

    static byte[] webp(byte[]... chunks) {
        return riff("RIFF", join(ascii("WEBP"), join(chunks)));
    }

    static byte[] le24(int value) {
        return bytes(value, value >> 8, value >> 16);
    }

    static byte[] vp8x(int flags, int width, int height) {
        return riff("VP8X", join(bytes(flags, 0, 0, 0), le24(width - 1), le24(height - 1)));
    }

    static byte[] vp8(int width, int height) {
        return riff("VP8 ", join(bytes(0x10, 0, 0, 0x9D, 1, 0x2A), le16(width, height), new byte[40]));
    }

    static byte[] vp8l(int width, int height) {
        int bits = width - 1 | height - 1 << 14;
        return riff("VP8L", join(bytes(0x2F, bits, bits >> 8, bits >> 16, bits >> 24), new byte[40]));
    }

    static byte[] anmf(int width, int height, byte[] inner) {
        return riff("ANMF", join(new byte[6], le24(width - 1), le24(height - 1), new byte[4], inner));
    }

    static byte[] box(String name, byte[]... parts) {
        byte[] body = join(parts);
        return join(be(8 + body.length), ascii(name), body);
    }

    static byte[] avif(byte[]... extents) {
        return join(
                box("ftyp", ascii("avif"), be(0), ascii("mif1avif")),
                box("meta", be(0), box("iprp", box("ipco", extents))));
    }

    static byte[] ispe(int width, int height) {
        return box("ispe", be(0, width, height));
    }
}
