package io.renderyard.bench.gallery;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture as its bytes say.
 *
 * @param size pixels; of a document points, rounded
 * @param pictures frames or pages, at least one
 * @param durationMs of all frames; 0 for what stands still
 * @param loops null where the file does not say
 * @param dpi null where the file does not say
 * @param text of a document; empty otherwise
 */
record Decoded(
        Expectation.Size size,
        List<BufferedImage> pictures,
        int durationMs,
        @Nullable Integer loops,
        @Nullable Integer dpi,
        String text) {
    BufferedImage first() {
        return pictures.getFirst();
    }

    /** Different ones in the first picture, up to a thousand. */
    long colours() {
        BufferedImage image = first();
        return java.util.stream.IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .limit(1_000)
                .count();
    }
}
