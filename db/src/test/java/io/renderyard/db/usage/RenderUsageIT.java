package io.renderyard.db.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.event.EventFeed;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.Interval;
import io.renderyard.kernel.usage.RenderCount;
import io.renderyard.kernel.usage.RenderUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class RenderUsageIT {
    private final TestLedger ledger = TestLedger.shared();
    private final RenderUsage usage = ledger.part(RenderUsage.class);
    private final TenantId tenant = ledger.tenant();

    private RenderCount ever() {
        List<RenderCount> counts = usage.count(tenant, Interval.MONTH, Instant.EPOCH);
        return new RenderCount(
                Instant.EPOCH,
                counts.stream().mapToLong(RenderCount::accepted).sum(),
                counts.stream().mapToLong(RenderCount::succeeded).sum(),
                counts.stream().mapToLong(RenderCount::failed).sum());
    }

    private static RenderCount counts(long accepted, long succeeded, long failed) {
        return new RenderCount(Instant.EPOCH, accepted, succeeded, failed);
    }

    private void entry(String hour, long accepted) {
        ledger.jdbc()
                .sql(
                        "insert into render_entry (tenant_id, hour, accepted) values (:tenant, cast(:hour as timestamptz), :n)")
                .param("tenant", tenant.value())
                .param("hour", hour)
                .param("n", accepted)
                .update();
    }

    @Test
    void whatIsAcceptedIsCountedAtOnceAndEndsWhenTheyAreNumbered() {
        Job drawn = ledger.accepted(TestLedger.submission(tenant));
        Job failed = ledger.accepted(TestLedger.submission(tenant));
        IdempotencyKey key = new IdempotencyKey("k", "ab".repeat(32));
        var first = ledger.part(SubmissionLedger.class).accept(TestLedger.submission(tenant), key);
        var again = ledger.part(SubmissionLedger.class).accept(TestLedger.submission(tenant), key);
        assertThat(again).isNotEqualTo(first);
        Job somebodyElses = ledger.accepted();
        assertThat(ever()).isEqualTo(counts(3, 0, 0));

        var artifact = ledger.drawn(drawn);
        assertThat(artifact).isNotNull();
        ledger.part(AttemptLedger.class)
                .fail(ledger.claimed(failed.id()), new Failure(FailureCode.SCRIPT_FAILED, "it threw"));
        assertThat(ledger.part(EventFeed.class).number()).isEqualTo(2);
        assertThat(ledger.part(EventFeed.class).number()).isZero();

        assertThat(ever()).isEqualTo(counts(3, 1, 1));
        assertThat(usage.count(somebodyElses.tenant(), Interval.DAY, Instant.EPOCH))
                .extracting(RenderCount::accepted)
                .containsExactly(1L);
    }

    @Test
    void aBatchCountsAsManyAsItHasRows() {
        ledger.part(BatchLedger.class).accept(Batches.head(tenant), Batches.rows(7), null);
        ledger.part(BatchLedger.class)
                .accept(
                        Batches.head(tenant),
                        List.<Row>of(new Row.Wrong("no item")).iterator(),
                        null);

        assertThat(ever()).isEqualTo(counts(8, 0, 0));
    }

    @Test
    void whatIsTakenBackIsNotCounted() {
        try {
            ledger.part(BatchLedger.class)
                    .accept(Batches.head(tenant), List.<Row>of().iterator(), null);
        } catch (IllegalArgumentException aBatchHasRows) {
            assertThat(ever()).isEqualTo(counts(0, 0, 0));
        }
    }

    @Test
    void intervalsAreThoseOfUtc() {
        entry("2024-02-29T23:00:00Z", 1);
        entry("2024-02-29T23:00:00Z", 2);
        entry("2024-03-01T00:00:00Z", 4);
        entry("2024-03-01T05:00:00Z", 8);

        assertThat(usage.count(tenant, Interval.HOUR, Instant.EPOCH))
                .containsExactly(
                        at("2024-02-29T23:00:00Z", 3), at("2024-03-01T00:00:00Z", 4), at("2024-03-01T05:00:00Z", 8));
        assertThat(usage.count(tenant, Interval.DAY, Instant.parse("2024-03-01T00:00:00Z")))
                .containsExactly(at("2024-03-01T00:00:00Z", 12));
        assertThat(usage.count(tenant, Interval.MONTH, Instant.EPOCH))
                .containsExactly(at("2024-02-01T00:00:00Z", 3), at("2024-03-01T00:00:00Z", 12));
    }

    private static RenderCount at(String from, long accepted) {
        return new RenderCount(Instant.parse(from), accepted, 0, 0);
    }

    @Test
    void foldingChangesNoCountWhileOthersCount() throws Exception {
        List<Callable<Integer>> steps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            steps.add(() -> {
                for (int job = 0; job < 25; job++) {
                    Job unused = ledger.accepted(TestLedger.submission(tenant));
                }
                return 0;
            });
        }
        for (int i = 0; i < 2; i++) {
            steps.add(() -> {
                int folded = 0;
                for (int round = 0; round < 25; round++) {
                    folded += usage.fold();
                }
                return folded;
            });
        }
        try (Race race = new Race()) {
            List<Integer> unused = race.run(steps);
        }
        assertThat(ever()).isEqualTo(counts(100, 0, 0));

        while (usage.fold() > 0) {
            assertThat(ever()).isEqualTo(counts(100, 0, 0));
        }
        assertThat(ledger.count("render_entry")).isZero();
        assertThat(ledger.count("render_hour where tenant_id = ?", tenant.value()))
                .isBetween(1L, 2L);
        assertThat(ever()).isEqualTo(counts(100, 0, 0));
    }
}
