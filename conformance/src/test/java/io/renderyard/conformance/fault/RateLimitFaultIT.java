package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.FarmClient;
import io.renderyard.kernel.limit.Level;
import io.renderyard.kernel.limit.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Row 9: 1,000 calls in 5 s under a limit of 100 a minute, through two gateways of which one is killed. */
class RateLimitFaultIT {
    private static final String PATH = "/api/v1/usage";
    private static final int LIMIT = 100;
    private static final Rate RATE = Rate.of(LIMIT, LIMIT, Duration.ofMinutes(1));
    private static final int CALLS = 1_000;
    private static final int PER_SECOND = 200;
    private static final int WARM_UP = 400;

    /** Room for callers of whom each has a connection, so that none is refused for want of one. */
    private static final Map<String, String> SETTINGS =
            Map.of("RENDERYARD_LIMITS_POLLS_PERMINUTE", "" + LIMIT, "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "16");

    @Test
    void twoGatewaysAdmitWhatOneProcessWould() {
        Row.run(9, SETTINGS, (farm, row) -> {
            try (Gateways gateways = new Gateways(farm);
                    var killer = Executors.newSingleThreadExecutor()) {
                FarmClient client = gateways.client();
                warmUp(client);

                Future<?> killing = killer.submit(() -> {
                    Wait.of(Duration.ofMillis(row.random().nextInt(1_000, 4_000)))
                            .untilOver();
                    gateways.killOne(row.random());
                });
                List<Call> calls = Load.run(PER_SECOND, CALLS, _ -> () -> Call.of(client));
                killing.get();

                long admitted = calls.stream().filter(Call::isAdmitted).count();
                long inDoubt = calls.stream().filter(Call::isInDoubt).count();
                long atBegin = admitted(calls, Call::began);
                long atEnd = admitted(calls, Call::ended);
                assertThat(admitted)
                        .as(
                                "a single process admits %d by when calls began, %d by when they ended; %d had no answer",
                                atBegin, atEnd, inDoubt)
                        .isBetween(Math.min(atBegin, atEnd) - 1 - inDoubt, Math.max(atBegin, atEnd) + 1);
                calls.stream().filter(Predicate.not(Call::isInDoubt)).forEach(RateLimitFaultIT::check);
                whoComesBackThenIsAdmitted(client, calls);

                row.tried(CALLS);
                row.note("admitted=%d, reference=%d, unanswered=%d".formatted(admitted, atBegin, inDoubt));
            }
        });
    }

    /** With requests of the other class, which has no limit. */
    private static void warmUp(FarmClient client) throws Exception {
        List<Optional<Answer>> answers =
                Load.run(PER_SECOND, WARM_UP, number -> () -> client.uploadOnce("no batch", "row-9-" + number));
        assertThat(answers).doesNotContain(Optional.empty());
    }

    /** A call, and what it was answered, if it was. */
    private record Call(Instant began, Instant ended, Optional<Answer> answer) {
        static Call of(FarmClient client) throws InterruptedException {
            Instant began = Instant.now();
            Optional<Answer> answer = client.getOnce(PATH);
            return new Call(began, Instant.now(), answer);
        }

        boolean isAdmitted() {
            return answer.map(Answer::isAccepted).orElse(false);
        }

        /** It may have been counted or not: its gateway was killed, or could not reach the ledger for it. */
        boolean isInDoubt() {
            return answer.map(given -> given.status() == 503).orElse(true);
        }
    }

    /** How many of them one process would let through, by its own clock. */
    private static long admitted(List<Call> calls, Function<Call, Instant> time) {
        Instant fullAt = Instant.EPOCH;
        long admitted = 0;
        for (Instant now : calls.stream().map(time).sorted().toList()) {
            Level level = RATE.take(fullAt, now);
            fullAt = level.fullAt();
            admitted += level.taken() ? 1 : 0;
        }
        return admitted;
    }

    /** From one call being free to all being so are 99 intervals: 59.4 s. */
    private static void check(Call call) {
        Answer answer = call.answer.orElseThrow();
        assertThat(answer.number("RateLimit-Limit")).isEqualTo(LIMIT);
        if (call.isAdmitted()) {
            assertThat(answer.number("RateLimit-Remaining")).isBetween(0L, LIMIT - 1L);
            assertThat(answer.number("RateLimit-Reset")).isBetween(1L, 60L);
        } else {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.number("RateLimit-Remaining")).isZero();
            assertThat(answer.number("Retry-After")).isOne();
            // 61 where it came first and waited for one that was admitted
            assertThat(answer.number("RateLimit-Reset")).isBetween(60L, 61L);
            assertThat(answer.json().path("retryAfter").asLong()).isOne();
        }
    }

    private static void whoComesBackThenIsAdmitted(FarmClient client, List<Call> calls) throws InterruptedException {
        Answer refused = calls.stream()
                .filter(call -> !call.isAdmitted() && !call.isInDoubt())
                .toList()
                .getLast()
                .answer
                .orElseThrow();
        Wait.of(Duration.ofSeconds(refused.number("Retry-After"))).untilOver();
        assertThat(client.getOnce(PATH))
                .hasValueSatisfying(again -> assertThat(again.isAccepted()).isTrue());
    }
}
