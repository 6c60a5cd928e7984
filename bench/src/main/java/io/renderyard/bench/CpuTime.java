package io.renderyard.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * CPU time in milliseconds, by kind of process.
 *
 * @param milliseconds empty when nobody knows
 */
public record CpuTime(SequencedMap<String, Double> milliseconds) {
    public static final String CLIENT = "the bench itself";
    static final String BROWSERS = "browsers";

    static CpuTime unknown() {
        return new CpuTime(new LinkedHashMap<>());
    }

    /** What this process has used so far, all of its threads. */
    static double ofThisProcess() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(used -> used.toNanos() / 1e6)
                .orElse(0.0);
    }

    public void add(String kind, double more) {
        milliseconds.merge(kind, more, Double::sum);
    }

    /** @return what was used between two looks, for each of so many renders */
    public CpuTime since(CpuTime earlier, int renders) {
        CpuTime used = unknown();
        milliseconds.forEach(
                (kind, now) -> used.add(kind, (now - earlier.milliseconds.getOrDefault(kind, 0.0)) / renders));
        return used;
    }

    public double total() {
        return milliseconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** @return the median of each kind over all rounds */
    public static CpuTime median(List<CpuTime> rounds) {
        CpuTime medians = unknown();
        for (String kind : kinds(rounds)) {
            medians.add(
                    kind,
                    Statistics.median(rounds.stream()
                            .map(round -> round.milliseconds.getOrDefault(kind, 0.0))
                            .toList()));
        }
        return medians;
    }

    private static Iterable<String> kinds(List<CpuTime> rounds) {
        TreeSet<String> kinds = new TreeSet<>();
        rounds.stream().map(CpuTime::milliseconds).map(Map::keySet).forEach(kinds::addAll);
        return kinds;
    }
}
