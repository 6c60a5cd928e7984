package io.renderyard.bench.ledger;

import io.renderyard.bench.BenchException;
import io.renderyard.bench.Yard;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Submits small jobs on connections that stay open, each as soon as the last was accepted. */
final class Loader {
    private static final int ACCEPTED = 202;

    private final URI base;
    private final String key;
    private final int connections;
    private final AtomicInteger made = new AtomicInteger();

    Loader(Yard.Address address, int connections) {
        this.base = URI.create(address.base());
        this.key = address.key();
        this.connections = connections;
    }

    /** @return how many were accepted in a second */
    double submit(int jobs) throws BenchException, InterruptedException {
        AtomicInteger left = new AtomicInteger(jobs);
        long began = System.nanoTime();
        try (ExecutorService lanes = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < connections; lane++) {
                running.add(lanes.submit(() -> {
                    submitWhile(left);
                    return null;
                }));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw new BenchException("The farm does not accept jobs: " + e.getCause(), e);
        }
        return jobs / ((System.nanoTime() - began) / 1e9);
    }

    private void submitWhile(AtomicInteger left) throws IOException, BenchException {
        try (KeptConnection connection = new KeptConnection(base, "/api/v1/jobs", key)) {
            while (left.getAndDecrement() > 0) {
                KeptConnection.Answer answer = connection.post(body());
                if (answer.status() != ACCEPTED) {
                    left.set(0);
                    throw new BenchException(answer.status() + " " + answer.body());
                }
            }
        }
    }

    /** No two are the same, and nothing that is drawn already may be the answer: what is measured is the whole way. */
    private byte[] body() {
        String html = "<!doctype html><title>Card</title><h1>Job " + made.incrementAndGet() + "</h1>";
        return ("{\"source\":{\"html\":\"" + html + "\"},\"cache\":\"off\"}").getBytes(StandardCharsets.UTF_8);
    }
}
