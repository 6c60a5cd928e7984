package io.renderyard.dialect.pictify;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.Examples;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Item;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contract pictify.md, sections 10.2 to 10.4. */
class BatchResultsTest {
    private static final BatchId BATCH = new BatchId(new UUID(7, 7));
    private static final BatchQuery ALL = new BatchQuery(null, 1, null);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Job> items = new ArrayList<>();

    @Test
    void aSetIsCountedOnceInHoweverManyLayouts() {
        row(Examples.succeeded(), 0, "default");
        row(Examples.succeeded(), 0, "square");
        row(Examples.succeeded(), 1, "default");
        row(Examples.failed(FailureCode.TIMEOUT, "late"), 1, "square");
        row(Examples.succeeded(), 2, "default");
        row(Examples.cancelled(), 2, "square");
        row(Examples.succeeded(), 3, "default");
        row(Examples.running(), 3, "square");

        assertThat(SetTally.of(items)).isEqualTo(new SetTally(4, 1, 1, 1));
        assertThat(SetTally.of(batch(BatchState.PROCESSING, 4, new Tally(0, 0, 1, 5, 1, 1)), () -> items))
                .isEqualTo(new SetTally(4, 1, 1, 1));
    }

    @Test
    void oneLayoutIsCountedByTheLedgerAlone() {
        Batch batch = batch(BatchState.PROCESSING, 6, new Tally(0, 0, 1, 3, 1, 1));

        assertThat(SetTally.of(batch, () -> {
                    throw new AssertionError("asked for all items");
                }))
                .isEqualTo(new SetTally(6, 3, 1, 1));
    }

    @Test
    void whatEndedIsTold() {
        row(Examples.succeeded(), 0, null);
        row(Examples.failed(FailureCode.TIMEOUT, "late"), 1, null);
        row(Examples.cancelled(), 2, null);
        row(Examples.queued(), 3, null);

        JsonNode view = view(batch(BatchState.PROCESSING, 4, new Tally(0, 1, 0, 1, 1, 1)), ALL);

        assertThat(view.path("results")).isEqualTo(JSON.readTree("""
                [{"index":0,"success":true,"status":"completed","variables":["b","a \\"quoted\\""],
                  "url":"https://render.example/artifacts/abcdefghijklmnopqrstuvwxyz.webp","width":1200,"height":630,
                  "format":"jpg","id":"abcdefghijklmnopqrstuvwxyz"}]"""));
        assertThat(view.path("errors")).isEqualTo(JSON.readTree("""
                [{"index":1,"success":false,"status":"failed","variables":["b","a \\"quoted\\""],
                  "error":"late","code":"RENDER_TIMEOUT"}]"""));
        assertThat(view.path("progress").asInt()).isEqualTo(75);
        assertThat(view.path("pagination").path("total").asInt()).isEqualTo(2);
        assertThat(view.path("pagination").path("totalPages").asInt()).isEqualTo(1);
    }

    @Test
    void aBatchThatIsNotOverIsNotDone() {
        row(Examples.succeeded(), 0, null);

        Tally tally = new Tally(0, 0, 0, 1, 0, 0);

        assertThat(view(batch(BatchState.PROCESSING, 1, tally), ALL)
                        .path("progress")
                        .asInt())
                .isEqualTo(99);
        assertThat(view(batch(BatchState.COMPLETED, 1, tally), ALL)
                        .path("progress")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void aPageBeyondTheLastIsEmpty() {
        row(Examples.succeeded(), 0, null);

        JsonNode view =
                view(batch(BatchState.COMPLETED, 1, new Tally(0, 0, 0, 1, 0, 0)), new BatchQuery(null, 1_000_000, 100));

        assertThat(view.path("results").isArray()).isTrue();
        assertThat(view.path("results").values()).isEmpty();
        assertThat(view.path("totalItems").asInt()).isEqualTo(1);
    }

    @Test
    void theEndpointThatTheBatchNamesIsToldTheResults() {
        row(Examples.succeeded(), 0, "default");
        row(Examples.failed(FailureCode.INTERNAL, "why"), 0, "square");
        Batch batch = batch(BatchState.PARTIAL, 1, new Tally(0, 0, 0, 1, 1, 0));

        JsonNode told = JSON.readTree(
                SubscriptionEvent.of(event(), batch, items, Examples.LINKS).json());

        assertThat(told.path("event").asString()).isEqualTo("batch.completed");
        JsonNode data = told.path("data");
        assertThat(data.path("totalCount").asInt()).isEqualTo(1);
        assertThat(data.path("failedCount").asInt()).isEqualTo(1);
        assertThat(data.path("results").values())
                .singleElement()
                .satisfies(
                        result -> assertThat(result.path("layout").asString()).isEqualTo("default"));
        assertThat(data.path("errors").values())
                .singleElement()
                .satisfies(
                        result -> assertThat(result.path("layout").asString()).isEqualTo("square"));
    }

    @Test
    void aBatchOfAnotherFaceIsNone() {
        Tally tally = new Tally(0, 0, 0, 1, 0, 0);

        assertThat(BatchNotes.isOf(batch(BatchState.COMPLETED, 1, tally))).isTrue();
        assertThat(BatchNotes.isOf(with(BatchState.COMPLETED, Map.of(), tally))).isFalse();
        assertThat(BatchNotes.isOf(with(BatchState.COMPLETED, Map.of("pictifySets", "x"), tally)))
                .isFalse();
        assertThat(BatchNotes.isOf(batch(BatchState.COMPLETED, 1, new Tally(0, 0, 0, 100_000, 0, 0))))
                .isFalse();
    }

    private JsonNode view(Batch batch, BatchQuery query) {
        return JSON.valueToTree(BatchResults.of(batch, items, query, Examples.LINKS));
    }

    private void row(Job job, int index, @Nullable String layout) {
        items.add(new Job(
                job.id(),
                job.tenant(),
                job.lane(),
                job.outcome(),
                job.attempts(),
                new Item(BATCH, items.size() + 1),
                BatchNotes.of(index, layout, List.of("b", "a \"quoted\"")).with(Map.of()),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt()));
    }

    private static Batch batch(BatchState state, int sets, Tally tally) {
        return with(state, BatchNotes.ofBatch("tmpl_1", sets, "jpg"), tally);
    }

    private static Batch with(BatchState state, Map<String, String> metadata, Tally tally) {
        return new Batch(
                BATCH,
                new TenantId(new UUID(1, 2)),
                state,
                false,
                Priority.NORMAL,
                5,
                tally,
                metadata,
                Examples.BEGUN,
                Examples.BEGUN,
                state.isTerminal() ? Examples.ENDED : null,
                null);
    }

    private static Event event() {
        return new Event(
                new EventId(new UUID(5, 6)),
                new TenantId(new UUID(1, 2)),
                new Event.OfBatch(BATCH),
                EventType.BATCH_PARTIAL,
                Examples.ENDED,
                1L);
    }
}
