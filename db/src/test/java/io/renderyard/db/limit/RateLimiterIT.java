package io.renderyard.db.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.db.TestPostgres;
import io.renderyard.kernel.limit.Level;
import io.renderyard.kernel.limit.Rate;
import io.renderyard.kernel.limit.RateLimiter;
import io.renderyard.kernel.limit.RequestClass;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two processes on one database, and a clock of the database's that is set by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimiterIT {
    private static final Rate THREE = Rate.of(3, 1, Duration.ofSeconds(1));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final TestPostgres.Database database = TestPostgres.fresh();
    private final TestLedger first = TestLedger.on(database);
    private final TestLedger second = TestLedger.on(database);
    private UUID caller = UUID.randomUUID();

    RateLimiterIT() {
        first.jdbc().sql("create table hand_clock (now timestamptz not null)").update();
        first.jdbc().sql("insert into hand_clock values (now())").update();
    }

    @BeforeEach
    void somebodyNew() {
        caller = UUID.randomUUID();
    }

    @AfterAll
    void close() {
        first.close();
        second.close();
    }

    private static RateLimiter byHand(TestLedger ledger) {
        return new PostgresRateLimiter(ledger.jdbc(), "(select now from hand_clock)");
    }

    private void set(Instant now) {
        first.jdbc()
                .sql("update hand_clock set now = :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 1, 1", "5, 7, 60", "100, 100, 60", "10, 1000, 1", "1, 3, 3600"})
    void itDecidesAsTheRuleDoes(int burst, int calls, int seconds) {
        Rate rate = Rate.of(burst, calls, Duration.ofSeconds(seconds));
        RateLimiter limiter = byHand(first);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Instant now = NOON;
        Instant fullAt = Instant.EPOCH;
        for (int call = 0; call < 300; call++) {
            now = now.plus(random.nextLong(2 * rate.interval().toNanos()) / 1_000, ChronoUnit.MICROS);
            set(now);
            int together = random.nextInt(1, 4);
            for (int i = 0; i < together; i++) {
                Level expected = rate.take(fullAt, now);
                fullAt = expected.fullAt();
                assertThat(limiter.take(caller, RequestClass.SUBMISSIONS, rate))
                        .as("call %d, seed %d", call, seed)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void manyAtOnceThroughTwoProcessesAreAdmittedAsOneAfterTheOther() throws Exception {
        Rate rate = Rate.of(100, 100, Duration.ofMinutes(1));
        RateLimiter one = byHand(first);
        RateLimiter other = byHand(second);
        for (Instant now : List.of(NOON, NOON.plusSeconds(5), NOON.plusSeconds(3_600))) {
            set(now);
            List<Callable<List<Level>>> callers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                RateLimiter limiter = i % 2 == 0 ? one : other;
                callers.add(() -> some(limiter, rate, 25));
            }
            List<Level> levels;
            try (Race race = new Race()) {
                levels = race.run(callers).stream().flatMap(List::stream).toList();
            }

            int expected = now.equals(NOON.plusSeconds(5)) ? 8 : 100;
            assertThat(levels).filteredOn(Level::taken).hasSize(expected);
            assertThat(levels)
                    .filteredOn(Level::taken)
                    .extracting(Level::remaining)
                    .doesNotHaveDuplicates();
            assertThat(levels)
                    .filteredOn(level -> !level.taken())
                    .extracting(Level::untilNext)
                    .containsOnly(now.equals(NOON.plusSeconds(5)) ? Duration.ofMillis(400) : Duration.ofMillis(600));
        }
    }

    private List<Level> some(RateLimiter limiter, Rate rate, int calls) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            levels.add(limiter.take(caller, RequestClass.SUBMISSIONS, rate));
        }
        return levels;
    }

    @Test
    void aLoudCallerQuietsNobodyElseAndNotItsOtherRequests() {
        RateLimiter limiter = byHand(first);
        for (int i = 0; i < 4; i++) {
            assertThat(limiter.take(caller, RequestClass.SUBMISSIONS, THREE).taken())
                    .isEqualTo(i < 3);
        }

        assertThat(limiter.take(caller, RequestClass.POLLS, THREE).remaining()).isEqualTo(2);
        assertThat(limiter.take(UUID.randomUUID(), RequestClass.SUBMISSIONS, THREE)
                        .remaining())
                .isEqualTo(2);
    }

    @Test
    void theDatabasesClockDecides() {
        Rate slow = Rate.of(2, 1, Duration.ofHours(1));
        RateLimiter limiter = first.part(RateLimiter.class);
        Instant before =
                first.one(OffsetDateTime.class, "select clock_timestamp()").toInstant();

        assertThat(limiter.take(caller, RequestClass.POLLS, slow).fullAt())
                .isBetween(before.plusSeconds(3_600), before.plusSeconds(3_660));
        assertThat(second.part(RateLimiter.class)
                        .take(caller, RequestClass.POLLS, slow)
                        .taken())
                .isTrue();
        assertThat(limiter.take(caller, RequestClass.POLLS, slow).taken()).isFalse();
    }

    @Test
    void aCallWritesNothingThatACommitWouldWaitFor() {
        RateLimiter limiter = first.part(RateLimiter.class);
        Level unused = limiter.take(caller, RequestClass.POLLS, THREE);

        assertThat(first.one(String.class, "select relpersistence from pg_class where relname = 'call_rate'"))
                .isEqualTo("u");
        assertThat(first.count("pg_constraint where conrelid = 'call_rate'::regclass and contype = 'f'"))
                .isZero();
    }
}
