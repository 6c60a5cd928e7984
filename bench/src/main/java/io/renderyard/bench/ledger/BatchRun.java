package io.renderyard.bench.ledger;

import io.renderyard.bench.BenchException;
import io.renderyard.bench.Yard;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Submits one large batch, and waits until its last item has ended. */
record BatchRun(Yard.Address address, Segment segment, int slots, Duration render) {
    static final int ITEMS = 10_000;

    /** More than are drawn at once, so that the next is always at hand. */
    private static final int IN_FLIGHT_PER_SLOT = 4;

    private static final int ACCEPTED = 202;

    /**
     * @param accepted seconds from the request's first byte to its answer
     * @param perItem time of a slot for each item, against that of the render alone
     */
    record Measured(double accepted, double perItem) {}

    Measured measure() throws BenchException, InterruptedException {
        segment.rows().mark();
        double accepted = submit();
        double seconds = segment.awaitEnd(ITEMS).drawing();
        return new Measured(accepted, seconds * slots / ITEMS / (render.toNanos() / 1e9));
    }

    private double submit() throws BenchException {
        byte[] body = body();
        try (KeptConnection connection =
                new KeptConnection(URI.create(address.base()), "/api/v1/batches", address.key())) {
            long began = System.nanoTime();
            KeptConnection.Answer answer = connection.post(body);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (answer.status() != ACCEPTED) {
                throw new BenchException("The farm does not accept a batch: " + answer.status() + " " + answer.body());
            }
            return seconds;
        } catch (IOException e) {
            throw new BenchException("The farm does not accept a batch: " + e.getMessage(), e);
        }
    }

    private byte[] body() {
        String items = IntStream.rangeClosed(1, ITEMS)
                .mapToObj(row -> "{\"variables\":{\"name\":\"Guest " + row + "\",\"seat\":" + row + "}}")
                .collect(Collectors.joining(","));
        return ("{\"source\":{\"html\":\"<!doctype html><h1>{{name}}</h1><p>Seat {{seat}}</p>\"},\"cache\":\"off\","
                        + "\"concurrency\":" + slots * IN_FLIGHT_PER_SLOT + ",\"items\":[" + items + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
