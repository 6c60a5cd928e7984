package io.renderyard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets a tier draw as fast as it can. */
record Throughput(Content content) {
    /** @return renders per second, from the first request to the last picture */
    double measure(Tier tier, Work work) throws BenchException, InterruptedException {
        long start = System.nanoTime();
        int drawn = drawAll(tier, work);
        double seconds = (System.nanoTime() - start) / 1e9;
        tier.rest();
        return drawn / seconds;
    }

    private int drawAll(Tier tier, Work work) throws BenchException, InterruptedException {
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> loops = new ArrayList<>();
            for (int i = 0; i < tier.lanes(); i++) {
                int lane = i;
                loops.add(() -> drawLane(tier, lane, work));
            }
            int drawn = 0;
            for (Future<Integer> lane : lanes.invokeAll(loops)) {
                drawn += lane.get();
            }
            return drawn;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BenchException known) {
                throw known;
            }
            throw new BenchException(tier.name() + " failed: " + e.getCause(), e);
        }
    }

    /** One lane that fails ends the others at their next render. */
    private int drawLane(Tier tier, int lane, Work work) throws BenchException, InterruptedException {
        int drawn = 0;
        boolean whole = false;
        try {
            for (OptionalInt next = work.take(); next.isPresent(); next = work.take()) {
                tier.draw(lane, content.pages().at(next.getAsInt()), content.unique());
                drawn++;
            }
            whole = true;
        } finally {
            if (!whole) {
                work.stop();
            }
        }
        return drawn;
    }
}
