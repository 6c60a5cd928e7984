package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.conformance.fault.farm.Receiver;
import io.renderyard.conformance.fault.farm.Sign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Row 21: running and queued jobs are called off, at random and many at once. */
@SideBySide
class CancelStormFaultIT {
    private static final Duration STOPS = Duration.ofSeconds(2);
    private static final int SLOTS = 10;
    private static final int CALLERS = 8;

    @Test
    void everyJobEndsOnceAndRunningOnesStopSoon() {
        try (Receiver receiver = new Receiver()) {
            Row.run(21, Farm.Plan.plain(), receiver, (farm, row) -> {
                int jobs = Row.size(1_000) / 2;
                FarmProcess worker = farm.workers("worker", 1, Size.slots(SLOTS, Duration.ofMillis(50)))
                        .getFirst();
                runningOnesStop(farm, row, worker, receiver, jobs);
                raceWithTheEnd(farm, row, worker, receiver, jobs);
                row.atMost(STOPS);
                await("every job's event has come")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> receiver.received().size() >= 2 * jobs);
                row.note("webhooks=" + receiver.received().size());
                worker.close();
            });
        }
    }

    private static void runningOnesStop(Farm farm, Row row, FarmProcess worker, Receiver receiver, int count) {
        worker.hold(Point.BEFORE_DRAW);
        List<UUID> jobs = new ArrayList<>(farm.client().submit(count, receiver.url()));
        var _ = worker.awaitSigns(News.REACHED, Point.BEFORE_DRAW, SLOTS, Duration.ofSeconds(20));
        Collections.shuffle(jobs, row.random());
        Map<UUID, Long> cancelled = cancel(farm, jobs);

        for (Sign stopped : worker.awaitSigns(News.INTERRUPTED, Point.BEFORE_DRAW, SLOTS, Duration.ofSeconds(10))) {
            long answered = Objects.requireNonNull(cancelled.get(stopped.job()));
            row.took(Duration.ofNanos(Math.max(0, stopped.at() - answered)));
        }
        worker.go(Point.BEFORE_DRAW);
        farm.ledger().awaitAllEnded(Duration.ofSeconds(30));
        assertThat(farm.ledger().count("select count(*) from job where state <> 'CANCELLED'"))
                .isZero();
        row.tried(jobs.size());
    }

    private static void raceWithTheEnd(Farm farm, Row row, FarmProcess worker, Receiver receiver, int count) {
        worker.hold(Point.BEFORE_DRAW);
        List<UUID> jobs = new ArrayList<>(farm.client().submit(count, receiver.url()));
        Collections.shuffle(jobs, row.random());
        worker.go(Point.BEFORE_DRAW);
        Map<UUID, Long> cancelled = cancel(farm, jobs);
        farm.ledger().awaitAllEnded(Duration.ofSeconds(30));
        assertThat(farm.ledger().succeeded(jobs)).isEqualTo(jobs.size() - cancelled.size());
        assertThat(farm.ledger().count("select count(*) from job where state not in ('CANCELLED', 'SUCCEEDED')"))
                .isZero();
        row.tried(jobs.size());
        row.note("too late=" + (jobs.size() - cancelled.size()));
    }

    /** When each of those was answered that were not too late. */
    private static Map<UUID, Long> cancel(Farm farm, List<UUID> jobs) {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<Optional<Map.Entry<UUID, Long>>>> calls = jobs.stream()
                    .map(job -> (Callable<Optional<Map.Entry<UUID, Long>>>) () -> cancel(farm, job))
                    .toList();
            Map<UUID, Long> cancelled = new HashMap<>();
            for (Future<Optional<Map.Entry<UUID, Long>>> call : callers.invokeAll(calls)) {
                call.get().ifPresent(one -> cancelled.put(one.getKey(), one.getValue()));
            }
            return cancelled;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Map.Entry<UUID, Long>> cancel(Farm farm, UUID job) {
        return farm.client().cancel(job) ? Optional.of(Map.entry(job, System.nanoTime())) : Optional.empty();
    }
}
