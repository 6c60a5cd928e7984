package io.renderyard.worker.browser;

import java.util.ArrayList;
import java.util.List;

/** How fast something grows, whatever a few odd samples say: the median of the slopes between any two (Theil and Sen). */
final class Slope {
    private Slope() {}

    /** @return growth from one sample to the next */
    static double of(List<Long> samples) {
        if (samples.size() < 2) {
            throw new IllegalArgumentException("a slope needs two samples, not " + samples.size());
        }
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            for (int j = i + 1; j < samples.size(); j++) {
                slopes.add((samples.get(j) - samples.get(i)) / (double) (j - i));
            }
        }
        slopes.sort(null);
        int middle = slopes.size() / 2;
        return slopes.size() % 2 == 1 ? slopes.get(middle) : (slopes.get(middle - 1) + slopes.get(middle)) / 2;
    }
}
