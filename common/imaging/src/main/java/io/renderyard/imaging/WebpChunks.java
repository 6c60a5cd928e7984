package io.renderyard.imaging;

import io.renderyard.imaging.WebpHeader.Chunk;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a WebP once: simple, extended and moving ones. */
final class WebpChunks {
    private static final int FIRST_CHUNK = 12;
    private static final int FRAME_HEADER = 16;

    private final Bytes bytes;
    private int width;
    private int height;
    private int frames;
    private int frameWidth;
    private int frameHeight;
    private int x;
    private int y;
    private @Nullable Chunk alpha;
    private @Nullable Chunk bitstream;

    WebpChunks(Bytes bytes) {
        this.bytes = bytes;
    }

    WebpHeader header() throws PictureException {
        walk(FIRST_CHUNK, bytes.length());
        if (bitstream == null) {
            throw PictureException.broken("a WebP without pixels");
        }
        PictureHeader header = new PictureHeader(PictureType.WEBP, width, height, Math.max(1, frames));
        return new WebpHeader(header, alpha, bitstream, x, y, frameWidth, frameHeight);
    }

    private void walk(long from, long end) throws PictureException {
        long at = from;
        while (at + 8 <= end) {
            Chunk chunk = chunk(at);
            switch (chunk.name()) {
                case "VP8X" -> atLeast(bytes.u24le(at + 12) + 1L, bytes.u24le(at + 15) + 1L);
                case "VP8 " -> lossy(chunk);
                case "VP8L" -> lossless(chunk);
                case "ALPH" -> alpha = alpha == null && bitstream == null ? chunk : alpha;
                case "ANMF" -> frame(chunk, end);
                default -> {}
            }
            at = chunk.next();
        }
    }

    private Chunk chunk(long at) throws PictureException {
        String name = new String(bytes.array(), (int) at, 4, StandardCharsets.ISO_8859_1);
        return new Chunk(name, at, bytes.u32le(at + 4));
    }

    private void frame(Chunk chunk, long end) throws PictureException {
        frames++;
        if (frames > 1 || bitstream != null) {
            return;
        }
        long at = chunk.at() + 8;
        x = 2 * bytes.u24le(at);
        y = 2 * bytes.u24le(at + 3);
        atLeast(x + bytes.u24le(at + 6) + 1L, y + bytes.u24le(at + 9) + 1L);
        walk(at + FRAME_HEADER, Math.min(end, chunk.next()));
    }

    private void lossy(Chunk chunk) throws PictureException {
        long at = chunk.at() + 8;
        if (!bytes.has(at + 3, "\u009d\u0001\u002a")) {
            throw PictureException.broken("its pixels do not begin as those of a WebP");
        }
        first(chunk, bytes.u16le(at + 6) & 0x3FFF, bytes.u16le(at + 8) & 0x3FFF);
    }

    private void lossless(Chunk chunk) throws PictureException {
        long at = chunk.at() + 8;
        if (bytes.u8(at) != 0x2F) {
            throw PictureException.broken("its pixels do not begin as those of a lossless WebP");
        }
        long bits = bytes.u32le(at + 1);
        first(chunk, (int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1);
    }

    private void first(Chunk chunk, int pixelsWide, int pixelsHigh) {
        if (bitstream == null) {
            bitstream = chunk;
            frameWidth = pixelsWide;
            frameHeight = pixelsHigh;
            atLeast((long) x + pixelsWide, (long) y + pixelsHigh);
        }
    }

    private void atLeast(long wide, long high) {
        width = (int) Math.max(width, wide);
        height = (int) Math.max(height, high);
    }
}
