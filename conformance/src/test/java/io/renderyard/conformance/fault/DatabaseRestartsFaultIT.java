package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.Farm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Row 4: PostgreSQL is stopped without warning and started again five seconds later, five times under load. */
class DatabaseRestartsFaultIT {
    private static final int PER_SECOND = 100;
    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    /** What a start of PostgreSQL may take before the load ends too early. */
    private static final Duration STARTING = Duration.ofSeconds(4);

    private static final Duration NO_HANG = Duration.ofSeconds(3);
    private static final Duration SERVES_AGAIN = Duration.ofSeconds(3);
    private static final int RUN_IN_SECONDS = 10;
    private static final int RESTARTS = Math.max(2, Row.size(5));

    /** As many connections as a gateway has by itself: this farm has few processes. */
    private static final Map<String, String> POOL = Map.of("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "16");

    /** @param ended by {@link System#nanoTime} */
    private record Told(Answer answer, long ended) {}

    @Test
    void nobodyHangsAndTheFarmServesAgainByItself() {
        Row.run(4, POOL, (farm, row) -> {
            farm.workers("worker", 1, Size.slots(4));
            runIn(farm);
            int seconds = Math.toIntExact(AWAY.plus(STARTING)
                    .plus(BETWEEN)
                    .multipliedBy(RESTARTS)
                    .plus(BETWEEN)
                    .toSeconds());
            try (var operator = Executors.newSingleThreadExecutor()) {
                Future<List<Long>> restarts = operator.submit(() -> restarts(farm));
                long began = System.nanoTime();
                List<Told> told = Load.run(PER_SECOND, PER_SECOND * seconds, page -> () -> {
                    Answer answer = submit(farm, "row-4-" + page);
                    return new Told(answer, System.nanoTime());
                });

                for (long back : restarts.get()) {
                    row.took(servedAgain(told, back));
                }
                Told slowest = told.stream()
                        .max(Comparator.comparing(one -> one.answer().took()))
                        .orElseThrow();
                Duration longest = slowest.answer().took();
                long refused =
                        told.stream().filter(one -> !one.answer().isAccepted()).count();
                row.tried(told.size());
                row.note("slowest answer=%d ms, until %.1f s of the load, refused=%d"
                        .formatted(longest.toMillis(), (slowest.ended() - began) / 1e9, refused));
                row.atMost(SERVES_AGAIN);
                assertThat(longest).isLessThanOrEqualTo(NO_HANG);
            }
            farm.ledger().awaitAllEnded(Duration.ofMinutes(2));
        });
    }

    /** The same load without a fault: the first seconds of a process are slow by themselves, and not tried here. */
    private static void runIn(Farm farm) throws InterruptedException, ExecutionException {
        var _ = Load.run(PER_SECOND, PER_SECOND * RUN_IN_SECONDS, page -> () -> submit(farm, "run-in-" + page));
        farm.ledger().awaitAllEnded(Duration.ofMinutes(2));
    }

    /** Yes, or to be tried again. */
    private static Answer submit(Farm farm, String page) throws InterruptedException {
        Answer answer = farm.client().submitOnce("<p>" + page, page).orElseThrow();
        if (!answer.isAccepted()) {
            toBeTriedAgain(answer);
        }
        return answer;
    }

    private static void toBeTriedAgain(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.retryAfter()).isPresent();
    }

    /** From when the database was back to the first yes. */
    private static Duration servedAgain(List<Told> told, long back) {
        return Duration.ofNanos(told.stream()
                        .filter(one -> one.answer().isAccepted() && one.ended() > back)
                        .mapToLong(Told::ended)
                        .min()
                        .orElseThrow()
                - back);
    }

    /** When it took connections again, each time. */
    private static List<Long> restarts(Farm farm) {
        List<Long> back = new ArrayList<>();
        for (int i = 0; i < RESTARTS; i++) {
            Wait.of(BETWEEN).untilOver();
            farm.database().crash();
            Wait.of(AWAY).untilOver();
            farm.database().restart();
            back.add(System.nanoTime());
        }
        return back;
    }
}
