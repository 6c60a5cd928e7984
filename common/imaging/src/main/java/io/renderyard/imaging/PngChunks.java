package io.renderyard.imaging;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PNG up to its pixels and hands these out, still deflated. Chunks of any other purpose, such as profiles and texts,
 * are skipped where they are, so that they cannot grow.
 */
final class PngChunks extends InputStream {
    private static final int MOST_COLOURS = 256;

    private final DataInputStream in;
    private long rest;
    private boolean ended;

    PngChunks(InputStream in) {
        this.in = new DataInputStream(in);
    }

    PngLayout layout() throws IOException, PictureException {
        byte[] start = in.readNBytes(16);
        if (!new Bytes(start).has(0, PngHeader.SIGNATURE) || !new Bytes(start).has(12, "IHDR")) {
            throw PictureException.broken("it does not begin as a PNG");
        }
        int width = in.readInt();
        int height = in.readInt();
        int depth = in.readUnsignedByte();
        int type = in.readUnsignedByte();
        in.skipNBytes(2);
        boolean interlaced = in.readUnsignedByte() != 0;
        in.skipNBytes(4);
        Colours colours = colours();
        return new PngLayout(
                        width,
                        height,
                        depth,
                        type,
                        interlaced,
                        type == 3 ? colours.palette() : null,
                        type == 0 || type == 2 ? colours.clear(type) : null)
                .check();
    }

    private Colours colours() throws IOException, PictureException {
        byte @Nullable [] palette = null;
        byte @Nullable [] transparency = null;
        while (true) {
            long length = Integer.toUnsignedLong(in.readInt());
            String name = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            switch (name) {
                case "IDAT" -> {
                    rest = length;
                    return new Colours(palette, transparency);
                }
                case "PLTE" -> palette = small(length);
                case "tRNS" -> transparency = small(length);
                case "IEND" -> throw PictureException.broken("a PNG without pixels");
                default -> in.skipNBytes(length);
            }
            in.skipNBytes(4);
        }
    }

    private byte[] small(long length) throws IOException, PictureException {
        if (length > 3 * MOST_COLOURS) {
            throw PictureException.broken("its palette has more than 256 colours");
        }
        byte[] data = new byte[(int) length];
        in.readFully(data);
        return data;
    }

    private record Colours(byte @Nullable [] table, byte @Nullable [] transparency) {
        int @Nullable [] palette() {
            if (table == null) {
                return null;
            }
            int[] colours = new int[table.length / 3];
            for (int i = 0; i < colours.length; i++) {
                int alpha = transparency != null && i < transparency.length ? transparency[i] & 0xFF : 0xFF;
                colours[i] = alpha << 24
                        | (table[3 * i] & 0xFF) << 16
                        | (table[3 * i + 1] & 0xFF) << 8
                        | (table[3 * i + 2] & 0xFF);
            }
            return colours;
        }

        int @Nullable [] clear(int type) {
            int samples = type == 0 ? 1 : 3;
            if (transparency == null || transparency.length < 2 * samples) {
                return null;
            }
            int[] clear = new int[samples];
            for (int i = 0; i < samples; i++) {
                clear[i] = (transparency[2 * i] & 0xFF) << 8 | (transparency[2 * i + 1] & 0xFF);
            }
            return clear;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (rest == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(to, from, (int) Math.min(length, rest));
        if (read < 0) {
            ended = true;
            return -1;
        }
        rest -= read;
        return read;
    }

    private void nextChunk() throws IOException {
        in.skipNBytes(4);
        long length = Integer.toUnsignedLong(in.readInt());
        byte[] name = in.readNBytes(4);
        rest = length;
        ended = !new Bytes(name).has(0, "IDAT");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
