package io.renderyard.db.painting;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.batch.BatchAdmission;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCleaner;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.painting.PaintedPictures;
import io.renderyard.kernel.painting.PaintedPictures.PaintedPicture;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PaintedPicturesIT {
    private static final int OTHERS = 20_000;

    private final TestLedger ledger = TestLedger.shared();
    private final PaintedPictures pictures = ledger.part(PaintedPictures.class);
    private final AttemptLedger attempts = ledger.part(AttemptLedger.class);
    private final TenantId tenant = ledger.tenant();

    private Job accepted() {
        return ledger.accepted(TestLedger.painted(tenant));
    }

    private Artifact painted(Attempt attempt) {
        Artifact artifact = TestLedger.artifact(attempt, "a-provider", "0.6");
        assertThat(attempts.succeed(attempt, artifact, TestLedger.RECEIPT)).isTrue();
        return artifact;
    }

    private JobId painted() {
        Job job = accepted();
        var unused = painted(ledger.claimed(job.id()));
        return job.id();
    }

    private List<JobId> page() {
        return ids(pictures.page(tenant, null, 9));
    }

    private static List<JobId> ids(List<PaintedPicture> page) {
        return page.stream().map(PaintedPicture::job).toList();
    }

    @Test
    void aPictureIsShownWithWhatWasAskedFor() {
        Job job = accepted();
        assertThat(page()).as("it is not there yet").isEmpty();
        Artifact artifact = painted(ledger.claimed(job.id()));

        assertThat(pictures.page(tenant, null, 9))
                .containsExactly(new PaintedPicture(job.id(), job.createdAt(), TestLedger.PROMPT, artifact));
        assertThat(pictures.page(ledger.tenant(), null, 9)).isEmpty();
    }

    @Test
    void pagesAreNewestFirst() {
        List<JobId> newestFirst = Stream.generate(this::painted)
                .limit(5)
                .sorted((a, b) -> b.toString().compareTo(a.toString()))
                .toList();

        assertThat(ids(pictures.page(tenant, null, 3))).isEqualTo(newestFirst.subList(0, 3));
        assertThat(ids(pictures.page(tenant, newestFirst.get(2), 3))).isEqualTo(newestFirst.subList(3, 5));
    }

    @Test
    void aPageWithAPaintedPartIsNoPaintedPicture() {
        Variables variables = new Variables(Map.of(), Map.of("background", TestLedger.PROMPT));
        Job card = ledger.accepted(TestLedger.submission(
                tenant, TestLedger.spec(new Source.Html("<img src={{background}}>")), variables, Reuse.NONE));
        var unused = painted(ledger.claimed(card.id()));

        assertThat(page()).isEmpty();
    }

    @Test
    void whatWasThereAlreadyIsShownToo() {
        Job first = shared();
        Artifact artifact = painted(ledger.claimed(first.id()));
        Job warm = shared();

        assertThat(warm.outcome()).isEqualTo(new Job.Succeeded(artifact));
        assertThat(pictures.page(tenant, null, 9))
                .extracting(PaintedPicture::prompt)
                .containsExactly(TestLedger.PROMPT, TestLedger.PROMPT);
    }

    private Job shared() {
        return ledger.accepted(TestLedger.submission(
                tenant, TestLedger.spec(new Source.Painted(TestLedger.PROMPT)), Variables.NONE, Reuse.UNLIMITED));
    }

    @Test
    void whatExpiredOrWasCleanedIsNotShown() {
        JobId expired = painted();
        JobId cleaned = painted();
        JobId kept = painted();
        ledger.jdbc()
                .sql("update artifact set expired_at = now() where job_id = ?")
                .param(expired.value())
                .update();
        assertThat(ledger.part(JobCleaner.class).clean(tenant, cleaned)).isEqualTo(JobCleaner.Cleaning.CLEANED);

        assertThat(page()).containsExactly(kept);
    }

    @Test
    void itemsOfABatchAreShownWithTheirOwnWordsOrTheirBatchs() {
        var own = TestLedger.PROMPT.withWords("a boat");
        BatchHead head = new BatchHead(
                tenant,
                List.of(TestLedger.spec(new Source.Painted(TestLedger.PROMPT))),
                Lane.PROMPT,
                Priority.NORMAL,
                9,
                null,
                Map.of(),
                Reuse.NONE);
        List<Row> rows = List.of(
                new Row.Filled(Variables.NONE, Map.of()),
                new Row.Whole(TestLedger.spec(new Source.Painted(own)), Variables.NONE, Map.of(), false),
                new Row.Whole(TestLedger.spec(new Source.Html("no")), Variables.NONE, Map.of(), false),
                new Row.Wrong("no"));
        var unused = ledger.part(BatchLedger.class).accept(head, rows.iterator(), null);
        assertThat(ledger.part(BatchAdmission.class).admit()).isPositive();
        for (int item = 0; item < 3; item++) {
            var ignored = painted(
                    attempts.claim(Lane.PROMPT, "a worker").orElseThrow().attempt());
        }

        assertThat(pictures.page(tenant, null, 9))
                .extracting(PaintedPicture::prompt)
                .containsExactlyInAnyOrder(TestLedger.PROMPT, own);
    }

    @Test
    void aPageAmongManyOtherJobsReadsLittle() {
        List<JobId> mine = Stream.generate(this::painted).limit(6).toList();
        ledger.jdbc().sql("""
                        insert into job (id, tenant_id, lane, state, metadata, created_at, finished_at, artifact_id)
                        select gen_random_uuid(), tenant_id, lane, state, '{}', now(), now(), artifact_id
                        from generate_series(1, %d), (select * from job limit 1) as one""".formatted(OTHERS)).update();
        ledger.jdbc().sql("analyze").update();

        new TransactionTemplate(ledger.part(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            long before = rowsRead();
            assertThat(page()).hasSize(mine.size());
            assertThat(rowsRead() - before).isLessThan(1_000);
        });
    }

    /** By this connection. */
    private long rowsRead() {
        return ledger.one(
                Long.class,
                "select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)::bigint"
                        + " from pg_stat_xact_user_tables");
    }
}
