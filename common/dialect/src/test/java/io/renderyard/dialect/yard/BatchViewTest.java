package io.renderyard.dialect.yard;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.Examples;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Item;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchViewTest {
    private static final BatchId ID = new BatchId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a12"));
    private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    @Test
    void theEndIsReckonedFromTheRateSoFar() {
        BatchView view = BatchView.of(batch(BatchState.PROCESSING, false, null), Examples.LINKS, START.plusSeconds(10));

        assertThat(view.progress()).isEqualTo(0.25);
        assertThat(view.rate()).isEqualTo(2.5);
        assertThat(view.estimatedEndAt()).isEqualTo(START.plusSeconds(40));
        assertThat(view.links().manifest()).isEqualTo("https://render.example/api/v1/batches/" + ID + "/manifest");
    }

    @Test
    void nothingIsEstimatedForABatchThatStandsStill() {
        assertThat(BatchView.of(batch(BatchState.PROCESSING, true, null), Examples.LINKS, START.plusSeconds(10))
                        .estimatedEndAt())
                .isNull();
        BatchView ended = BatchView.of(
                batch(BatchState.CANCELLED, false, START.plusSeconds(5)), Examples.LINKS, START.plusSeconds(500));
        assertThat(ended.estimatedEndAt()).isNull();
        assertThat(ended.rate()).isEqualTo(5);
    }

    @Test
    void aCellThatLooksLikeAFormulaIsNone() {
        assertThat(List.of("=1+1", "+1", "-1", "@a", "\t=1"))
                .allSatisfy(reason -> assertThat(line(new Job.Cancelled(reason)).csv())
                        .isIn(
                                "7,cancelled,,,'%s,%s\r\n".formatted(reason, Examples.ID),
                                "7,cancelled,,,\"'%s\",%s\r\n".formatted(reason, Examples.ID)));
        assertThat(line(new Job.Cancelled("a, \"b\"")).csv())
                .isEqualTo("7,cancelled,,,\"a, \"\"b\"\"\",%s\r\n".formatted(Examples.ID));
    }

    @Test
    void aLineSaysWhatCameOfItsRow() {
        ManifestLine drawn = line(Examples.succeeded().outcome());
        ManifestLine failed =
                line(Examples.failed(FailureCode.TIMEOUT, "too slow").outcome());

        assertThat(drawn.url()).startsWith("https://render.example/artifacts/").endsWith(".webp");
        assertThat(drawn.sha256()).isEqualTo("ab".repeat(32));
        assertThat(failed.error()).isEqualTo("timeout: too slow");
        assertThat(failed.url()).isNull();
    }

    @Test
    void aCursorComesBackAsItWas() {
        List<Job> items = List.of(
                item(Examples.queued().outcome()), item(Examples.queued().outcome()));

        ItemPage page = ItemPage.of(items, 1, Examples.LINKS);

        assertThat(page.items()).hasSize(1);
        assertThat(ItemPage.readCursor(String.valueOf(page.nextCursor()))).hasValue(7);
        assertThat(ItemPage.readCursor("x%")).isEmpty();
        assertThat(ItemPage.readCursor(Cursor.of("-1"))).isEmpty();
        assertThat(ItemPage.of(items, 2, Examples.LINKS).nextCursor()).isNull();
    }

    private static ManifestLine line(Job.Outcome outcome) {
        return ManifestLine.of(item(outcome), Examples.LINKS);
    }

    private static Job item(Job.Outcome outcome) {
        Job job = Examples.queued();
        return new Job(job.id(), job.tenant(), job.lane(), outcome, 0, new Item(ID, 7), Map.of(), START, null, null);
    }

    private static Batch batch(BatchState state, boolean paused, @Nullable Instant finished) {
        return new Batch(
                ID,
                new TenantId(new UUID(1, 2)),
                state,
                paused,
                Priority.NORMAL,
                20,
                new Tally(60, 10, 5, 20, 4, 1),
                Map.of(),
                START,
                START,
                finished,
                null);
    }
}
