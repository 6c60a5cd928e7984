package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/** A decoded picture. */
record Pixels(BufferedImage image) {
    static final int WHITE = 0xFFFFFF;
    static final int RED = 0xFF0000;
    static final int GREEN = 0x00FF00;
    static final int BLUE = 0x0000FF;

    static Pixels of(Picture picture) {
        try {
            return new Pixels(ImageIO.read(picture.content().open()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Picture picture) {
        try (InputStream bytes = picture.content().open()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int at(int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    int count(int colour) {
        int count = 0;
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                count += at(x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }

    int colours() {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                seen.add(at(x, y));
            }
        }
        return seen.size();
    }
}
