package io.renderyard.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The first frame of a GIF on its canvas. */
final class GifDecoder {
    private GifDecoder() {}

    static BufferedImage decode(byte[] gif) throws IOException, PictureException {
        GifHeader header = GifHeader.read(new Bytes(gif));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try {
            reader.setInput(
                    new MemoryCacheImageInputStream(new ByteArrayInputStream(firstFrame(gif, header))), true, true);
            int x = new Bytes(gif).u16le(header.frame() + 1);
            int y = new Bytes(gif).u16le(header.frame() + 3);
            return Rasters.placed(
                    reader.read(0),
                    x,
                    y,
                    header.header().width(),
                    header.header().height());
        } finally {
            reader.dispose();
        }
    }

    /** Neither comments nor further frames, of which the reader would want to know the number. */
    private static byte[] firstFrame(byte[] gif, GifHeader header) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(gif.length);
        copy(gif, 0, header.tableEnd(), kept);
        if (header.control() >= 0) {
            copy(gif, header.control(), header.control() + 8, kept);
        }
        copy(gif, header.frame(), header.end(), kept);
        kept.write(0x3B);
        return kept.toByteArray();
    }

    private static void copy(byte[] gif, long from, long end, ByteArrayOutputStream to) {
        int start = (int) Math.min(gif.length, from);
        to.write(gif, start, (int) Math.min(gif.length, end) - start);
    }
}
