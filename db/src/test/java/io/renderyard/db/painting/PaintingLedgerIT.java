package io.renderyard.db.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.painting.PaintingLedger;
import io.renderyard.kernel.retention.Retention;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PaintingLedgerIT {
    private static final Failure REFUSED = new Failure(FailureCode.PROMPT_REFUSED, "not that");

    private final TestLedger ledger = TestLedger.shared();
    private final PaintingLedger paintings = ledger.part(PaintingLedger.class);
    private final AttemptLedger attempts = ledger.part(AttemptLedger.class);
    private final TenantId tenant = ledger.tenant();

    private Attempt running() {
        return running(tenant);
    }

    private Attempt running(TenantId whose) {
        return ledger.claimed(ledger.accepted(TestLedger.painted(whose)).id());
    }

    private boolean reserve(Attempt attempt, String credits, String limit) {
        return paintings.reserve(attempt, tenant, "a-model", new BigDecimal(credits), new BigDecimal(limit));
    }

    private boolean succeed(Attempt attempt, String backend, String credits) {
        return attempts.succeed(attempt, TestLedger.artifact(attempt, backend, credits), TestLedger.RECEIPT);
    }

    @Test
    void whatIsReservedCountsWhileItsJobRuns() {
        Attempt first = running();
        assertThat(reserve(first, "2", "3")).isTrue();
        Attempt second = running();
        assertThat(reserve(second, "2", "3")).isFalse();
        assertThat(ledger.count("painting")).as("of the one that was refused").isOne();

        assertThat(attempts.fail(first, REFUSED)).isTrue();

        assertThat(reserve(second, "2", "3")).isTrue();
        assertThat(ledger.count("painting where charged_at is not null")).isZero();
    }

    @Test
    void whatIsReservedIsFreeAgainWhenItsJobIsCancelled() {
        Attempt first = running();
        assertThat(reserve(first, "3", "3")).isTrue();
        var unused = ledger.part(JobCanceller.class).cancel(tenant, first.job(), "no longer wanted");

        assertThat(reserve(running(), "3", "3")).isTrue();
    }

    @Test
    void whatIsChargedCountsForTheMonth() {
        awaitMonth();
        Attempt first = running();
        assertThat(reserve(first, "0.6", "1.2")).isTrue();
        assertThat(succeed(first, "a-provider", "0.6")).isTrue();

        Attempt second = running();
        assertThat(reserve(second, "0.7", "1.2")).isFalse();
        assertThat(reserve(second, "0.6", "1.2")).isTrue();

        ledger.jdbc()
                .sql("update painting set charged_at = charged_at - interval '1 month' where charged_at is not null")
                .update();
        assertThat(reserve(second, "0.7", "1.2")).isTrue();
    }

    /** Returns when the month of UTC does not end within the next minute. */
    private void awaitMonth() {
        await("another month begins")
                .atMost(Duration.ofMinutes(2))
                .until(() -> ledger.one(
                        Boolean.class,
                        "select date_trunc('month', now(), 'UTC')"
                                + " = date_trunc('month', now() + interval '1 minute', 'UTC')"));
    }

    @Test
    void aJobThatReservesAgainCountsOnce() {
        Attempt attempt = running();
        assertThat(reserve(attempt, "2", "3")).isTrue();
        assertThat(reserve(attempt, "2", "3")).isTrue();
        assertThat(reserve(attempt, "3", "3")).isTrue();
        assertThat(ledger.one(String.class, "select credits::text from painting"))
                .isEqualTo("3");

        attempts.release(attempt);
        Attempt next = ledger.claimed(attempt.job());
        assertThat(reserve(next, "3", "3")).isTrue();
        assertThat(ledger.count("painting")).isOne();
    }

    @Test
    void everyTenantHasALimitOfItsOwn() {
        TenantId other = ledger.tenant();
        assertThat(reserve(running(), "3", "3")).isTrue();

        assertThat(paintings.reserve(running(other), other, "a-model", new BigDecimal(3), new BigDecimal(3)))
                .isTrue();
    }

    @Test
    void withoutALimitAllIsReserved() {
        for (int job = 0; job < 3; job++) {
            assertThat(paintings.reserve(running(), tenant, "a-model", new BigDecimal("1e6"), null))
                    .isTrue();
        }
        assertThat(ledger.count("painting")).isEqualTo(3);
    }

    @Test
    void whoeverIsNoLongerAtWorkReservesNothing() {
        Attempt attempt = running();
        attempts.release(attempt);

        assertThat(reserve(attempt, "2", "3")).isFalse();
        assertThat(paintings.reserve(attempt, tenant, "a-model", BigDecimal.ONE, null))
                .isFalse();

        Attempt next = ledger.claimed(attempt.job());
        assertThat(reserve(attempt, "2", "3")).isFalse();
        assertThat(paintings.reserve(next, ledger.tenant(), "a-model", BigDecimal.ONE, null))
                .as("in the name of another")
                .isFalse();
        assertThat(ledger.count("painting")).isZero();
    }

    @Test
    void thoseWhoReserveAtOnceNeverExceedTheLimit() throws Exception {
        try (Race race = new Race()) {
            for (int round = 1; round <= 5; round++) {
                List<Attempt> rivals = Stream.generate(this::running).limit(12).toList();
                List<Boolean> reserved = race.run(rivals.stream()
                        .<Callable<Boolean>>map(rival -> () -> reserve(rival, "2", "11"))
                        .toList());

                assertThat(reserved).filteredOn(one -> one).hasSize(5);
                rivals.forEach(
                        rival -> assertThat(attempts.fail(rival, REFUSED)).isTrue());
            }
        }
    }

    @Test
    void aPictureIsChargedAsItSays() {
        Attempt attempt = running();
        assertThat(reserve(attempt, "8", "100")).isTrue();

        assertThat(succeed(attempt, "a-provider", "4.00")).isTrue();

        assertThat(ledger.one(String.class, "select credits::text from painting where charged_at is not null"))
                .isEqualTo("4");
    }

    @Test
    void aPreviewIsFree() {
        Attempt attempt = running();
        assertThat(reserve(attempt, "2", "2")).isTrue();

        assertThat(succeed(attempt, "preview", "2")).isTrue();

        assertThat(ledger.count("painting where charged_at is not null")).isZero();
        assertThat(reserve(running(), "2", "2")).isTrue();
    }

    @Test
    void aLateAttemptChargesNothing() {
        Attempt late = running();
        assertThat(reserve(late, "2", "100")).isTrue();
        attempts.release(late);
        Attempt next = ledger.claimed(late.job());
        assertThat(reserve(next, "2", "100")).isTrue();

        assertThat(succeed(late, "a-provider", "2")).isFalse();
        assertThat(ledger.count("painting where charged_at is not null")).isZero();
        assertThat(succeed(next, "a-provider", "2")).isTrue();
        assertThat(succeed(next, "a-provider", "2")).isFalse();

        assertThat(ledger.count("painting where charged_at is not null")).isOne();
    }

    /** Both may stand in one statement. */
    @Test
    void ofTwoAttemptsThatEndAtOnceOnlyTheLastOneCharges() throws Exception {
        try (Race race = new Race()) {
            for (int round = 0; round < 20; round++) {
                Attempt late = running();
                attempts.release(late);
                Attempt next = ledger.claimed(late.job());
                assertThat(reserve(next, "2", "1000")).isTrue();

                assertThat(race.run(List.of(
                                () -> succeed(late, "a-provider", "9"), () -> succeed(next, "a-provider", "2"))))
                        .containsExactly(false, true);
            }
        }
        assertThat(ledger.count("painting where charged_at is not null and credits = 2"))
                .isEqualTo(20);
    }

    /** Most pictures are drawn and not painted, and all end in the same statement. */
    @Test
    void whoeverIsNotChargedReadsNothingOfWhatOthersWereCharged() {
        ledger.jdbc().sql("""
                        insert into painting (job_id, tenant_id, model, credits, reserved_at, charged_at)
                        select gen_random_uuid(), id, 'a-model', 2, now(), now() from tenant, generate_series(1, 20000)""").update();
        ledger.jdbc().sql("analyze painting").update();

        new TransactionTemplate(ledger.part(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            // What this connection counted before, too, as long as it has not reported it.
            long paintings = rowsRead("painting");
            long artifacts = rowsRead("artifact");
            for (int job = 0; job < 12; job++) {
                var unused = ledger.drawn(ledger.accepted(TestLedger.submission(tenant)));
            }
            // Whoever plans a statement may look at both ends of an index.
            assertThat(rowsRead("painting") - paintings).isLessThan(1_000);
            assertThat(rowsRead("artifact"))
                    .as("it is this connection that counts")
                    .isGreaterThan(artifacts);
        });
    }

    private long rowsRead(String table) {
        return ledger.one(
                Long.class,
                "select seq_tup_read + idx_tup_fetch + n_tup_ins from pg_stat_xact_user_tables where relname = ?",
                table);
    }

    @Test
    void whatIsChargedOutlivesItsJob() {
        Attempt attempt = running();
        assertThat(reserve(attempt, "2", "100")).isTrue();
        assertThat(paintings.remember(attempt, "", "r-1")).isTrue();
        assertThat(succeed(attempt, "a-provider", "2")).isTrue();

        ledger.jdbc().sql("delete from event").update();
        ledger.jdbc()
                .sql("update job set finished_at = finished_at - interval '2 days'")
                .update();
        assertThat(ledger.part(Retention.class).deleteJobs(Duration.ofDays(1))).isOne();

        assertThat(ledger.count("painting where charged_at is not null")).isOne();
        assertThat(ledger.count("painting_handle")).isZero();
    }

    @Test
    void theNextAttemptKnowsWhatWasAsked() {
        Attempt first = running();
        assertThat(paintings.remembered(first, "")).isEmpty();
        assertThat(paintings.remember(first, "", "r-1")).isTrue();
        assertThat(paintings.remember(first, "background", "r-2")).isTrue();
        assertThat(paintings.remember(first, "", "r-3")).isTrue();
        attempts.release(first);
        Attempt next = ledger.claimed(first.job());

        assertThat(paintings.remembered(next, "")).contains("r-3");
        assertThat(paintings.remembered(next, "background")).contains("r-2");
        assertThat(paintings.remember(next, "", "r-4")).isTrue();
        assertThat(paintings.remembered(running(), "")).as("of another job").isEmpty();
    }

    @Test
    void whoeverIsNoLongerAtWorkChangesNothingOfWhatIsRemembered() {
        Attempt first = running();
        assertThat(paintings.remember(first, "", "r-1")).isTrue();
        attempts.release(first);
        assertThat(paintings.remember(first, "", "r-2")).isFalse();
        Attempt next = ledger.claimed(first.job());
        assertThat(paintings.remember(next, "", "r-3")).isTrue();

        assertThat(paintings.remember(first, "", "r-4")).isFalse();
        assertThat(paintings.remembered(first, ""))
                .as("so that it does not ask anew")
                .contains("r-3");
    }
}
