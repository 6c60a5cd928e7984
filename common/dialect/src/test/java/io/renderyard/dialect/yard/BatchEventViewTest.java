package io.renderyard.dialect.yard;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.batch.DigestReader;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchEventViewTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ApiLinks LINKS = new ApiLinks("https://render.example");
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final BatchId BATCH = new BatchId(new UUID(0, 2));
    private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    @Test
    void anEndShowsTheBatchWithItsTotals() {
        Batch batch = batch(BatchState.PARTIAL, new Tally(0, 0, 0, 2, 1, 0), START.plusSeconds(3));

        JsonNode seen = seen(BatchEventView.of(event(EventType.BATCH_PARTIAL), batch, LINKS));

        assertThat(seen.get("type").asString()).isEqualTo("batch.partial");
        assertThat(seen.get("timestamp").asString()).isEqualTo("2026-11-21T03:00:03Z");
        JsonNode data = seen.get("data");
        assertThat(data.get("id").asString()).isEqualTo(BATCH.toString());
        assertThat(data.get("state").asString()).isEqualTo("partial");
        assertThat(data.get("totals").get("items").asInt()).isEqualTo(3);
        assertThat(data.get("totals").get("failed").asInt()).isEqualTo(1);
        assertThat(data.get("metadata").get("campaign").asString()).isEqualTo("spring");
        assertThat(data.get("links").get("self").asString())
                .isEqualTo("https://render.example/api/v1/batches/" + BATCH);
        assertThat(data.has("ended")).isFalse();
    }

    @Test
    void aDigestAlsoListsWhatEnded() {
        Batch batch = batch(BatchState.PROCESSING, new Tally(5, 1, 1, 1, 1, 0), null);
        JobId first = new JobId(new UUID(0, 7));
        JobId second = new JobId(new UUID(0, 8));

        JsonNode seen = seen(BatchEventView.digest(
                event(EventType.BATCH_PROGRESS),
                batch,
                List.of(
                        new DigestReader.Ended(4, JobState.SUCCEEDED, first),
                        new DigestReader.Ended(2, JobState.FAILED, second)),
                LINKS));

        assertThat(seen.get("type").asString()).isEqualTo("batch.progress");
        assertThat(seen.get("data").get("totals").get("waiting").asInt()).isEqualTo(5);
        assertThat(seen.get("data").get("ended")).isEqualTo(JSON.readTree("""
                [{"row":4,"state":"succeeded","jobId":"%s"},{"row":2,"state":"failed","jobId":"%s"}]""".formatted(first, second)));
    }

    private static JsonNode seen(BatchEventView view) {
        return JSON.readTree(JSON.writeValueAsString(view));
    }

    private static Event event(EventType type) {
        return new Event(new EventId(new UUID(0, 3)), TENANT, new Event.OfBatch(BATCH), type, START.plusSeconds(3), 9L);
    }

    private static Batch batch(BatchState state, Tally tally, @Nullable Instant finishedAt) {
        return new Batch(
                BATCH,
                TENANT,
                state,
                false,
                Priority.NORMAL,
                2,
                tally,
                Map.of("campaign", "spring"),
                START,
                START,
                finishedAt,
                null);
    }
}
