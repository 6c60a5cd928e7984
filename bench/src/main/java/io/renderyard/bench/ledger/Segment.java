package io.renderyard.bench.ledger;

import io.renderyard.bench.BenchException;
import io.renderyard.bench.CpuTime;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Submits a number of jobs as fast as they are taken, and waits until the last has ended.
 *
 * @param used CPU time of everybody so far
 */
record Segment(Loader loader, LedgerRows rows, Supplier<CpuTime> used) {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long LOOK_MILLIS = 100;

    /** @param cpu milliseconds for each job */
    record Measured(double jobsPerSecond, double acceptedPerSecond, CpuTime cpu) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f jobs/s, accepted %.0f/s, %.2f ms of CPU each %s",
                    jobsPerSecond,
                    acceptedPerSecond,
                    cpu.total(),
                    cpu.milliseconds());
        }
    }

    Measured measure(int jobs) throws BenchException, InterruptedException {
        rows.mark();
        CpuTime before = used.get();
        double acceptedPerSecond = loader.submit(jobs);
        awaitNoneOpen();
        CpuTime cpu = used.get().since(before, jobs);
        return new Measured(jobs / outcome(jobs).seconds(), acceptedPerSecond, cpu);
    }

    /** Waits for the jobs since the mark, and says what came of them. */
    LedgerRows.Outcome awaitEnd(int jobs) throws BenchException, InterruptedException {
        awaitNoneOpen();
        return outcome(jobs);
    }

    private LedgerRows.Outcome outcome(int jobs) throws BenchException {
        LedgerRows.Outcome outcome = rows.outcome();
        if (outcome.succeeded() != jobs) {
            throw new BenchException(
                    "Of %d jobs %d succeeded; such a run measures nothing.".formatted(jobs, outcome.succeeded()));
        }
        return outcome;
    }

    private void awaitNoneOpen() throws BenchException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (rows.anyOpen()) {
            if (System.nanoTime() - deadline > 0) {
                throw new BenchException("Not all jobs have ended after " + LONGEST.toMinutes()
                        + " minutes; the logs of farm and workers say why.");
            }
            boolean unused = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
