package io.renderyard.bench.prompt;

import io.renderyard.bench.BenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Cards at an even pace, whether the earlier ones are drawn or not. Time counts from when a card was due, so that a farm
 * that falls behind cannot hide it by slowing the client down.
 */
record PacedCards(Client client, int perSecond) {
    /** Milliseconds from when each was due to its picture, for as long as somebody wants more of them. */
    List<Double> draw(BooleanSupplier goOn) throws BenchException, InterruptedException {
        List<Future<Double>> due = new ArrayList<>();
        try (ExecutorService clients = Executors.newCachedThreadPool();
                ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; goOn.getAsBoolean(); i++) {
                long at = start + TimeUnit.SECONDS.toNanos(i) / perSecond;
                pace.schedule(
                                () -> due.add(clients.submit(() -> draw(at))),
                                at - System.nanoTime(),
                                TimeUnit.NANOSECONDS)
                        .get();
            }
        } catch (ExecutionException e) {
            throw new BenchException("The pace cannot be kept: " + e.getCause(), e);
        }
        return times(due);
    }

    private double draw(long due) throws BenchException {
        client.card();
        return (System.nanoTime() - due) / 1e6;
    }

    private static List<Double> times(List<Future<Double>> due) throws BenchException, InterruptedException {
        List<Double> times = new ArrayList<>();
        try {
            for (Future<Double> one : due) {
                times.add(one.get());
            }
            return times;
        } catch (ExecutionException e) {
            throw new BenchException("A card was not drawn: " + e.getCause(), e);
        }
    }
}
