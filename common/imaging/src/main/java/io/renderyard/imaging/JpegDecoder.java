package io.renderyard.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** JPEG in grey, YCbCr, RGB, CMYK and YCCK. Colour profiles and orientation tags are not applied. */
final class JpegDecoder {
    private JpegDecoder() {}

    static BufferedImage decode(byte[] jpeg) throws IOException, PictureException {
        JpegSegments segments = new JpegSegments(jpeg);
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(segments.kept())), true, true);
            return segments.components() == 4
                    ? inks(reader.readRaster(0, null), segments.transform())
                    : Rasters.simple(reader.read(0));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage inks(Raster raster, @Nullable Integer transform) {
        BufferedImage image = Rasters.blank(raster.getWidth(), raster.getHeight(), true);
        int[] samples = new int[4 * raster.getWidth()];
        int[] row = new int[raster.getWidth()];
        boolean ycck = transform != null && transform == 2;
        for (int y = 0; y < raster.getHeight(); y++) {
            int[] line = raster.getPixels(0, y, raster.getWidth(), 1, samples);
            for (int x = 0; x < row.length; x++) {
                row[x] = pixel(line, 4 * x, ycck, transform != null);
            }
            image.getRaster().setDataElements(0, y, row.length, 1, row);
        }
        return image;
    }

    /** @param inverted Adobe writes how much paper is left instead of how much ink there is */
    private static int pixel(int[] line, int at, boolean ycck, boolean inverted) {
        double cyan = line[at];
        double magenta = line[at + 1];
        double yellow = line[at + 2];
        if (ycck) {
            double blueness = line[at + 1] - 128;
            double redness = line[at + 2] - 128;
            yellow = line[at] + 1.772 * blueness;
            magenta = line[at] - 0.344136 * blueness - 0.714136 * redness;
            cyan = line[at] + 1.402 * redness;
        }
        int black = line[at + 3];
        return shade(cyan, black, inverted) << 16
                | shade(magenta, black, inverted) << 8
                | shade(yellow, black, inverted);
    }

    private static int shade(double ink, int black, boolean inverted) {
        int value = (int) Math.clamp(Math.round(ink), 0L, 255L);
        return inverted ? value * black / 255 : (255 - value) * (255 - black) / 255;
    }
}
