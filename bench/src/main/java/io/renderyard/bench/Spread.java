package io.renderyard.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** What several rounds say about one quantity. */
record Spread(double median, double min, double max) {
    static Spread of(Collection<Double> rounds) {
        return new Spread(Statistics.median(rounds), Collections.min(rounds), Collections.max(rounds));
    }

    /** Each round against the same round of another: what slowed the whole machine down cancels out. */
    static Spread ofRatios(List<Double> rounds, List<Double> others) {
        if (rounds.size() != others.size()) {
            throw new IllegalArgumentException(
                    rounds.size() + " rounds cannot be compared with " + others.size() + ".");
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            ratios.add(rounds.get(i) / others.get(i));
        }
        return of(ratios);
    }
}
