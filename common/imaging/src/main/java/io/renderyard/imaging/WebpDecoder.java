package io.renderyard.imaging;

import io.renderyard.imaging.WebpHeader.Chunk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The first frame of a WebP on its canvas. Profiles and tags are dropped. */
final class WebpDecoder {
    private static final int ALPHA_FLAG = 0x10;

    private WebpDecoder() {}

    static BufferedImage decode(byte[] webp) throws IOException, PictureException {
        WebpHeader header = WebpHeader.read(new Bytes(webp));
        BufferedImage frame = WebpCodec.read(firstFrame(webp, header));
        PictureHeader canvas = header.header();
        return Rasters.placed(frame, header.x(), header.y(), canvas.width(), canvas.height());
    }

    private static byte[] firstFrame(byte[] webp, WebpHeader header) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(webp.length);
        chunks.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        if (header.alpha() != null && header.bitstream().name().equals("VP8 ")) {
            chunks.writeBytes(extended(header.width(), header.height()));
            copy(webp, header.alpha(), chunks);
        }
        copy(webp, header.bitstream(), chunks);
        byte[] body = chunks.toByteArray();
        return ByteBuffer.allocate(8 + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] extended(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put("VP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10).putInt(ALPHA_FLAG);
        chunk.putShort((short) (width - 1)).put((byte) ((width - 1) >> 16));
        chunk.putShort((short) (height - 1)).put((byte) ((height - 1) >> 16));
        return chunk.array();
    }

    private static void copy(byte[] webp, Chunk chunk, ByteArrayOutputStream to) {
        int start = (int) chunk.at();
        int length = (int) Math.min(webp.length - chunk.at(), 8 + chunk.size());
        to.write(webp, start, length);
        if ((length & 1) == 1) {
            to.write(0);
        }
    }
}
