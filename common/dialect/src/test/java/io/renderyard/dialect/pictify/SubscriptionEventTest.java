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
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Contract pictify.md, sections 10.4, 11.2 and 11.3. */
class SubscriptionEventTest {
    private static final BatchId BATCH = new BatchId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a33"));
    private static final Instant AT = Instant.parse("2026-11-21T03:00:01.500Z");

    @Test
    void aFinishedRenderIsTold() {
        assertThat(told(with(Examples.succeeded(), Map.of(), null), "render.completed", "{}"))
                .isEqualTo("""
                        {"event":"render.completed","timestamp":"2026-11-21T03:00:01.500Z","data":{"type":"image",\
                        "source":"api","imageId":"abcdefghijklmnopqrstuvwxyz",\
                        "jobId":"0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a11",\
                        "url":"https://render.example/artifacts/abcdefghijklmnopqrstuvwxyz.webp",\
                        "width":1200,"height":630,"format":"webp","userId":"00000000-0000-0001-0000-000000000002",\
                        "renderedAt":"2026-11-21T03:00:01.500Z"}}""");
    }

    @Test
    void anItemIsToldWithItsPlace() {
        Map<String, String> metadata = Map.of(SubscriptionFacts.TEMPLATE, "tpl-1");

        assertThat(told(with(Examples.succeeded(), metadata, new Item(BATCH, 3)), "render.completed", "{}"))
                .contains("\"source\":\"batch\"", "\"templateId\":\"tpl-1\"")
                .endsWith(",\"batchId\":\"0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a33\",\"index\":2}}");
    }

    @Test
    void aFailureIsToldInTheVendorsWords() {
        Job failed = with(
                Examples.failed(FailureCode.TIMEOUT, "The page was not ready \"in time\"."),
                Map.of(SubscriptionFacts.TYPE, "gif"),
                null);

        assertThat(told(failed, "render.failed", "{}")).isEqualTo("""
                {"event":"render.failed","timestamp":"2026-11-21T03:00:01.500Z","data":{"type":"gif","source":"api",\
                "error":"The page was not ready \\"in time\\".","errorCode":"RENDER_TIMEOUT"}}""");
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void everyFailureHasACode(FailureCode code) {
        assertThat(told(with(Examples.failed(code, "why"), Map.of(), null), "render.failed", "{}"))
                .containsPattern("\"errorCode\":\"[A-Z_]+\"");
    }

    @Test
    void whoWishesForAnotherEventIsToldNothing() {
        assertThat(of(Examples.succeeded(), "render.failed", "{}")).isEmpty();
        assertThat(of(Examples.succeeded(), "batch.completed", "{}")).isEmpty();
        assertThat(of(Examples.failed(FailureCode.INTERNAL, "why"), "render.completed", "{}"))
                .isEmpty();
        for (Job untold : new Job[] {Examples.cancelled(), Examples.cleaned(JobState.SUCCEEDED)}) {
            assertThat(of(untold, "render.completed", "{}")).isEmpty();
            assertThat(of(untold, "render.failed", "{}")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | true",
                "{\"type\":\"image\"} | true",
                "{\"type\":\"gif\"} | false",
                "{\"type\":null} | true",
                "{\"templateId\":\"tpl-1\"} | true",
                "{\"templateId\":\"tpl-2\"} | false",
                "{\"templateId\":\"tpl-1\",\"type\":\"image\"} | true",
                "{\"templateId\":\"tpl-1\",\"type\":\"pdf\"} | false",
                "{\"bindingId\":\"bind-1\"} | false",
                "{\"experimentId\":\"exp-1\"} | false",
                "{\"colour\":\"red\"} | true",
                "{\"colour\":\"red\",\"type\":\"pdf\"} | false",
            })
    void everyKnownFilterMustMatch(String filters, boolean matches) {
        Job job = with(Examples.succeeded(), Map.of(SubscriptionFacts.TEMPLATE, "tpl-1"), null);

        assertThat(of(job, "render.completed", filters).isPresent()).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "BATCH_COMPLETED, COMPLETED, batch.completed",
        "BATCH_PARTIAL, PARTIAL, batch.completed",
        "BATCH_CANCELLED, CANCELLED, batch.completed",
        "BATCH_FAILED, FAILED, batch.failed",
    })
    void aBatchsEndIsTold(EventType type, BatchState state, String topic) {
        assertThat(SubscriptionEvent.of(event(type), batch(state), List::of, wish(topic, "{\"templateId\":\"tpl-1\"}"))
                        .map(SubscriptionEvent::json))
                .contains("""
                        {"event":"%s","timestamp":"2026-11-21T03:00:01.500Z","data":{\
                        "batchId":"0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a33","templateUid":"tpl-1","status":"%s",\
                        "totalCount":6,"completedCount":3,"failedCount":2,"cancelledCount":1,"duration":1500}}""".formatted(topic, state.name().toLowerCase(java.util.Locale.ROOT)));
        assertThat(SubscriptionEvent.of(event(type), batch(state), List::of, wish("render.completed", "{}")))
                .isEmpty();
        assertThat(SubscriptionEvent.of(event(type), batch(state), List::of, wish(topic, "{\"templateId\":\"tpl-2\"}")))
                .isEmpty();
        assertThat(SubscriptionEvent.of(event(EventType.BATCH_PROGRESS), batch(state), List::of, wish(topic, "{}")))
                .isEmpty();
    }

    private static String told(Job job, String topic, String filters) {
        String json = of(job, topic, filters).orElseThrow().json();
        assertThat(JsonMapper.shared().readTree(json).isObject()).isTrue();
        return json;
    }

    private static Optional<SubscriptionEvent> of(Job job, String topic, String filters) {
        return SubscriptionEvent.of(event(EventType.JOB_SUCCEEDED), job, wish(topic, filters), Examples.LINKS);
    }

    private static Wish wish(String topic, String filters) {
        return new Wish(SubscriptionEvent.SHAPE, topic, filters);
    }

    private static Event event(EventType type) {
        return new Event(
                new EventId(new UUID(5, 6)), new TenantId(new UUID(1, 2)), new Event.OfBatch(BATCH), type, AT, 1L);
    }

    private static Job with(Job job, Map<String, String> metadata, @Nullable Item item) {
        return new Job(
                job.id(),
                job.tenant(),
                job.lane(),
                job.outcome(),
                job.attempts(),
                item,
                metadata,
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    private static Batch batch(BatchState state) {
        return new Batch(
                BATCH,
                new TenantId(new UUID(1, 2)),
                state,
                false,
                Priority.NORMAL,
                5,
                new Tally(0, 0, 0, 3, 2, 1),
                Map.of(SubscriptionFacts.TEMPLATE, "tpl-1"),
                AT.minusMillis(1_500),
                AT,
                AT,
                null);
    }
}
