package io.renderyard.imaging;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Pictures whose pixels are known. */
final class Samples {
    static final DecodeLimits LIMITS = new DecodeLimits(8_000, 4_000_000, 20_000_000);

    private Samples() {}

    static AvifTool avif(Path folder) {
        return new AvifTool(folder, Duration.ofSeconds(60));
    }

    /** Smooth and coloured. */
    static BufferedImage gradient(int width, int height, boolean alpha) {
        BufferedImage image = Rasters.blank(width, height, !alpha);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int opacity = alpha ? 255 * x / width : 255;
                image.setRGB(x, y, opacity << 24 | 255 * y / height << 16 | 255 * x / width << 8 | 90);
            }
        }
        return image;
    }

    /** Two colours, one left and one right. */
    static BufferedImage halves(int width, int height, int left, int right) {
        BufferedImage image = Rasters.blank(width, height, left >>> 24 == 0xFF && right >>> 24 == 0xFF);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? left : right);
            }
        }
        return image;
    }

    static BufferedImage noise(int width, int height) {
        Random random = new Random(5);
        BufferedImage image = Rasters.blank(width, height, true);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xFF000000 | random.nextInt(1 << 24));
            }
        }
        return image;
    }

    /** All pixels, ARGB. */
    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** The largest difference of any channel of any pixel. */
    static int distance(BufferedImage one, BufferedImage other) {
        int[] a = pixels(one);
        int[] b = pixels(other);
        int most = a.length == b.length ? 0 : 256;
        for (int i = 0; i < a.length && most < 256; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                most = Math.max(most, Math.abs((a[i] >>> shift & 0xFF) - (b[i] >>> shift & 0xFF)));
            }
        }
        return most;
    }
}
