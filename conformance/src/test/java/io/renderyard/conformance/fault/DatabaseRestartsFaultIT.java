package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.Farm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final int RESTARTS = Math.max(2, Row.size(5));

    /** As many connections as a gateway has by itself: this farm has few processes. */
    private static final Map<String, String> POOL = Map.of("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "16");

    /** @param ended by {@link System#nanoTime} */
    private record Told(Answer answer, long ended) {}

    @Test
    void nobodyHangsAndTheFarmServesAgainByItself() {
        Row.run(4, POOL, (farm, row) -> {
            farm.workers("worker", 1, Size.slots(4));
            // Not the first second of a process is tried here.
            var _ = farm.client().submit(PER_SECOND);
            int seconds = Math.toIntExact(AWAY.plus(STARTING)
                    .plus(BETWEEN)
                    .multipliedBy(RESTARTS)
                    .plus(BETWEEN)
                    .toSeconds());
            try (var operator = Executors.newSingleThreadExecutor()) {
                Future<List<Long>> restarts = operator.submit(() -> restarts(farm));
                List<Told> told = Load.run(PER_SECOND, PER_SECOND * seconds, page -> () -> {
                    Answer answer = farm.client()
                            .submitOnce("<p>row 4, " + page, "row-4-" + page)
                            .orElseThrow();
                    return new Told(answer, System.nanoTime());
                });

                for (long back : restarts.get()) {
                    row.took(servedAgain(told, back));
                }
                Duration slowest = told.stream()
                        .map(one -> one.answer().took())
                        .max(Duration::compareTo)
                        .orElseThrow();
                List<Answer> refused = told.stream()
                        .map(Told::answer)
                        .filter(answer -> !answer.isAccepted())
                        .toList();
                refused.forEach(DatabaseRestartsFaultIT::toBeTriedAgain);
                row.tried(told.size());
                row.note("slowest answer=%d ms, refused=%d".formatted(slowest.toMillis(), refused.size()));
                row.atMost(SERVES_AGAIN);
                assertThat(slowest).isLessThanOrEqualTo(NO_HANG);
            }
            farm.ledger().awaitAllEnded(Duration.ofMinutes(2));
        });
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
