package io.renderyard.bench.ledger;

import io.renderyard.bench.BenchException;
import io.renderyard.bench.Statistics;
import io.renderyard.bench.Yard;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Submits what is drawn already, at an even pace, whether the earlier ones are answered or not. Time counts from when a
 * request was due, so that a gateway that falls behind cannot hide it by slowing the client down.
 */
record WarmHits(Yard.Address address, int connections) {
    private static final int PER_SECOND = 300;
    private static final int SECONDS = 20;
    private static final int OK = 200;
    private static final String DRAWN = "\"succeeded\"";
    private static final byte[] BODY =
            "{\"source\":{\"html\":\"<!doctype html><title>Card</title><h1>The same for all</h1>\"}}"
                    .getBytes(StandardCharsets.UTF_8);

    /** Milliseconds from when a request was due to its whole answer. */
    record Measured(double p50, double p99) {}

    Measured measure() throws BenchException, InterruptedException {
        drawOnce();
        // The first round is for the JVM.
        paced();
        List<Double> times = paced();
        return new Measured(Statistics.percentile(times, 50), Statistics.percentile(times, 99));
    }

    private void drawOnce() throws BenchException, InterruptedException {
        try (KeptConnection connection = connection()) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            CountDownLatch never = new CountDownLatch(1);
            while (!connection.post(BODY).body().contains(DRAWN)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new BenchException("A picture that was drawn is not found again.");
                }
                boolean unused = never.await(100, TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            throw new BenchException("The farm does not accept jobs: " + e.getMessage(), e);
        }
    }

    private KeptConnection connection() {
        return new KeptConnection(URI.create(address.base()), "/api/v1/jobs", address.key());
    }

    private List<Double> paced() throws BenchException, InterruptedException {
        BlockingQueue<KeptConnection> idle = new ArrayBlockingQueue<>(connections);
        for (int i = 0; i < connections; i++) {
            idle.add(connection());
        }
        List<Future<Double>> due = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        try (ScheduledExecutorService clients = Executors.newScheduledThreadPool(connections)) {
            long start = System.nanoTime();
            for (int i = 0; i < PER_SECOND * SECONDS; i++) {
                long at = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                due.add(clients.schedule(() -> hit(idle, at), at - System.nanoTime(), TimeUnit.NANOSECONDS));
            }
            for (Future<Double> one : due) {
                times.add(one.get());
            }
            return times;
        } catch (ExecutionException e) {
            throw new BenchException("A picture that is drawn already was not given: " + e.getCause(), e);
        } finally {
            for (KeptConnection one : idle) {
                close(one);
            }
        }
    }

    private static double hit(BlockingQueue<KeptConnection> idle, long due)
            throws IOException, InterruptedException, BenchException {
        KeptConnection connection = idle.take();
        try {
            KeptConnection.Answer answer = connection.post(BODY);
            double milliseconds = (System.nanoTime() - due) / 1e6;
            if (answer.status() != OK || !answer.body().contains(DRAWN)) {
                throw new BenchException(answer.status() + " " + answer.body());
            }
            return milliseconds;
        } finally {
            idle.add(connection);
        }
    }

    private static void close(KeptConnection connection) throws BenchException {
        try {
            connection.close();
        } catch (IOException e) {
            throw new BenchException("A connection cannot be closed: " + e.getMessage(), e);
        }
    }
}
