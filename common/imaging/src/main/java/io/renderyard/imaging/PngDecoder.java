package io.renderyard.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** PNG of every kind; of moving ones the default picture. */
final class PngDecoder {
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private PngDecoder() {}

    /** Row by row where the file's order of pixels allows it. */
    static Rows rows(byte[] png, DecodeLimits limits) throws PictureException {
        try {
            PngRows rows = PngRows.of(() -> new ByteArrayInputStream(png));
            if (!rows.layout().interlaced()) {
                return rows;
            }
            limits.judge(rows.width(), rows.height());
            return new ImageRows(interlaced(rows));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    /** Seven pictures, each finer than the one before. */
    private static BufferedImage interlaced(PngRows png) throws IOException, PictureException {
        BufferedImage image = Rasters.blank(png.width(), png.height(), png.opaque());
        PngPixels pixels = new PngPixels(png.layout());
        int[] row = new int[png.width()];
        int[] one = new int[1];
        try (PngScanlines lines = png.lines()) {
            for (int[] pass : PASSES) {
                int count = (png.width() - pass[0] + pass[2] - 1) / pass[2];
                if (count < 1) {
                    continue;
                }
                lines.begin(png.layout().rowBytes(count));
                for (int y = pass[1]; y < png.height(); y += pass[3]) {
                    pixels.unpack(lines.next(), row, count);
                    for (int i = 0; i < count; i++) {
                        one[0] = row[i];
                        image.getRaster().setDataElements(pass[0] + i * pass[2], y, one);
                    }
                }
            }
        }
        return image;
    }
}
