package io.renderyard.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets a tier draw as fast as it can. */
record Throughput(Content content) {
    /**
     * What one segment showed.
     *
     * @param rate renders per second between the first picture and the last, so that the way of the first request and of
     *     the last answer, which a farm that is kept busy has only once, does not count
     * @param cpu per render, the way back to the empty page included
     */
    record Segment(double rate, CpuTime cpu) {}

    Segment measure(Tier tier, Work work) throws BenchException, InterruptedException {
        CpuTime before = tier.used();
        List<Long> ends = drawAll(tier, work);
        tier.rest();
        return new Segment(rate(ends), tier.used().since(before, ends.size()));
    }

    /** @param ends when each picture was there, in nanoseconds, in any order */
    static double rate(List<Long> ends) throws BenchException {
        if (ends.size() < 2) {
            throw new BenchException("Fewer than two renders ended in a segment; take more time or lighter pages.");
        }
        return (ends.size() - 1) * 1e9 / (Collections.max(ends) - Collections.min(ends));
    }

    private List<Long> drawAll(Tier tier, Work work) throws BenchException, InterruptedException {
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Long>>> loops = new ArrayList<>();
            for (int i = 0; i < tier.lanes(); i++) {
                int lane = i;
                loops.add(() -> drawLane(tier, lane, work));
            }
            List<Long> ends = new ArrayList<>();
            for (Future<List<Long>> lane : lanes.invokeAll(loops)) {
                ends.addAll(lane.get());
            }
            return ends;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BenchException known) {
                throw known;
            }
            throw new BenchException(tier.name() + " failed: " + e.getCause(), e);
        }
    }

    /** One lane that fails ends the others at their next render. */
    private List<Long> drawLane(Tier tier, int lane, Work work) throws BenchException, InterruptedException {
        List<Long> ends = new ArrayList<>();
        boolean whole = false;
        try {
            for (OptionalInt next = work.take(); next.isPresent(); next = work.take()) {
                tier.draw(lane, content.pages().at(next.getAsInt()), content.unique());
                ends.add(System.nanoTime());
            }
            whole = true;
        } finally {
            if (!whole) {
                work.stop();
            }
        }
        return ends;
    }
}
