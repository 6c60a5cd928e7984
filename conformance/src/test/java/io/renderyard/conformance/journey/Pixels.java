package io.renderyard.conformance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Judges pictures by decoding them. */
public final class Pixels {
    private Pixels() {}

    public static BufferedImage decode(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(image).as("a picture that can be decoded").isNotNull();
        return image;
    }

    static void assertIdentical(byte[] actual, byte[] expected) throws IOException {
        assertThat(differing(decode(actual), decode(expected), 0))
                .as("differing pixels")
                .isZero();
    }

    /** The same to the eye: a lossy encoder may move a channel a little. */
    static void assertAlike(byte[] actual, byte[] expected) throws IOException {
        assertThat(differing(decode(actual), decode(expected), 8))
                .as("visibly differing pixels")
                .isZero();
    }

    private static long differing(BufferedImage one, BufferedImage other, int tolerance) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        long differing = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (distance(one.getRGB(x, y), other.getRGB(x, y)) > tolerance) {
                    differing++;
                }
            }
        }
        return differing;
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs(((one >> shift) & 0xFF) - ((other >> shift) & 0xFF)));
        }
        return most;
    }

    /** Distinct colours, up to a limit: a blank picture has one. */
    static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .limit(50)
                .count();
    }
}
