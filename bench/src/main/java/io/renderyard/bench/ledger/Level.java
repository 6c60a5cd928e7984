package io.renderyard.bench.ledger;

import io.renderyard.bench.CpuTime;
import io.renderyard.bench.Statistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured in a ledger of one size.
 *
 * @param finished jobs that it held when the first round began, at least
 */
record Level(int finished, List<Segment.Measured> rounds) {
    double jobsPerSecond() {
        return median(Segment.Measured::jobsPerSecond);
    }

    double acceptedPerSecond() {
        return median(Segment.Measured::acceptedPerSecond);
    }

    /** Milliseconds for each job, by kind of process. */
    CpuTime cpu() {
        return CpuTime.median(rounds.stream().map(Segment.Measured::cpu).toList());
    }

    /** Without the bench itself, which is not what a full ledger could slow down. */
    double cost() {
        return median(round -> round.cpu().total() - round.cpu().milliseconds().getOrDefault(CpuTime.CLIENT, 0.0));
    }

    private double median(ToDoubleFunction<Segment.Measured> figure) {
        return Statistics.median(rounds.stream().map(figure::applyAsDouble).toList());
    }
}
