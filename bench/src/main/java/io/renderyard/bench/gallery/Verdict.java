package io.renderyard.bench.gallery;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * An example with what it came to.
 *
 * @param pictures decoded frames or pages; empty when there is no picture
 * @param complaints empty when all is as expected
 * @param seconds from the submission to the picture's last byte
 */
public record Verdict(
        Example example, Outcome outcome, List<BufferedImage> pictures, List<String> complaints, double seconds) {
    public boolean isGreen() {
        return complaints.isEmpty();
    }
}
