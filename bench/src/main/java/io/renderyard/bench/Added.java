package io.renderyard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Time that the farm adds to single renders, in milliseconds, over all rounds.
 *
 * @param name how loaded the farm was
 */
record Added(String name, List<Double> milliseconds) {
    static Added called(String name) {
        return new Added(name, new ArrayList<>());
    }

    /** Each sample less what the same page took alone in the same round (median). */
    void add(List<Latency.Sample> farm, List<Latency.Sample> alone) {
        for (Latency.Sample sample : farm) {
            milliseconds.add(sample.milliseconds() - median(alone, sample.page()));
        }
    }

    static double median(List<Latency.Sample> samples, int page) {
        return median(samples, page, Latency.Sample::milliseconds);
    }

    static double median(List<Latency.Sample> samples, int page, Function<Latency.Sample, Double> part) {
        return Statistics.median(samples.stream()
                .filter(sample -> sample.page() == page)
                .map(part)
                .toList());
    }

    double percentile(double percent) {
        return Statistics.percentile(milliseconds, percent);
    }
}
