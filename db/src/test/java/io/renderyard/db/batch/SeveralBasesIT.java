package io.renderyard.db.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventFeed;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Batches whose rows are drawn in several ways, and whose webhooks read another shape than ours. */
class SeveralBasesIT {
    private static final RenderSpec WIDE = TestLedger.spec(new Source.Html("<p>wide {{name}}"));
    private static final RenderSpec TALL = TestLedger.spec(new Source.Html("<p>tall {{name}}"));
    private static final Variables ADA = new Variables(Map.of("name", "Ada"));
    private static final Webhook HOOK = new Webhook(URI.create("https://receiver.example/batches"), "other");

    private final TestLedger ledger = TestLedger.shared();
    private final TestBatches batches = new TestBatches(ledger);
    private final BatchLedger accepting = ledger.part(BatchLedger.class);
    private final DeliveryLedger deliveries = ledger.part(DeliveryLedger.class);
    private final TenantId tenant = ledger.tenant();

    @Test
    void eachItemIsDrawnOfTheBaseThatItNames() {
        accepted(
                null,
                filled(0),
                filled(1),
                new Row.Whole(WIDE, Variables.NONE, Map.of(), true),
                new Row.Filled(1, Variables.NONE, Map.of()));
        batches.admit();

        assertThat(claims(4)).extracting(AttemptLedger.Claim::spec).containsExactly(WIDE, TALL, WIDE, TALL);
    }

    @Test
    void oneBaseWithTheSameValuesIsOnePictureAndTwoBasesAreTwo() {
        accepted(null, filled(0), filled(1), filled(1), filled(0));
        batches.admit();

        assertThat(batches.drawAll()).isEqualTo(2);
    }

    @Test
    void whatIsDrawnAgainIsDrawnOfItsOwnBase() {
        Batch batch = accepted(null, filled(0), filled(1));
        batches.admit();
        claims(2).forEach(claim -> batches.fail(claim.attempt()));
        batches.finish();

        assertThat(accepting.retry(tenant, batch.id(), null)).isPresent();
        batches.admit();

        assertThat(claims(2)).extracting(AttemptLedger.Claim::spec).containsExactly(WIDE, TALL);
    }

    @Test
    void aFailedRowKeepsTheWordsThatCameWithIt() {
        Batch batch = accepted(null, new Row.Wrong("no", Map.of("which", "first")), filled(0));

        assertThat(batches.items(batch).getFirst().metadata()).isEqualTo(Map.of("which", "first"));
    }

    @Test
    void theEndIsToldInTheShapeThatTheReceiverReads() {
        Batch batch = accepted(new BatchWebhook(HOOK, BatchWebhook.On.BATCH, null), filled(0));
        batches.drawAll();
        batches.finish();

        assertTold(events(batch).getLast(), EventType.BATCH_COMPLETED);
    }

    @Test
    void soIsTheEndOfEachItemAlsoWhenItIsDrawnAgain() {
        Batch batch = accepted(new BatchWebhook(HOOK, BatchWebhook.On.ITEM, null), filled(0));
        batches.admit();
        batches.fail(batches.claimed());
        batches.finish();
        assertTold(events(batch).getFirst(), EventType.JOB_FAILED);

        assertThat(accepting.retry(tenant, batch.id(), null)).isPresent();
        batches.drawAll();

        assertTold(events(batch).getLast(), EventType.JOB_SUCCEEDED);
    }

    private void assertTold(Event event, EventType type) {
        EventId id = event.id();
        assertThat(event.type()).isEqualTo(type);
        assertThat(deliveries.findUndelivered(id).orElseThrow().webhook()).isEqualTo(HOOK);
        deliveries.fanOut(id, List.of(new DeliveryLedger.ToWebhook(HOOK, "{}")));
        assertThat(deliveries.claimDue(Duration.ofMinutes(1), 10))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.endpoint()).isEqualTo(new Endpoint.Named("other", type)));
    }

    private List<Event> events(Batch batch) {
        EventFeed feed = ledger.part(EventFeed.class);
        feed.number();
        return feed.after(batch.tenant(), 0, 10);
    }

    private Batch accepted(@Nullable BatchWebhook webhook, Row... rows) {
        BatchHead head = new BatchHead(
                tenant, List.of(WIDE, TALL), Lane.BATCH, Priority.NORMAL, 10, webhook, Map.of(), Reuse.UNLIMITED);
        return switch (accepting.accept(head, List.of(rows).iterator(), null)) {
            case Acceptance.Accepted<Batch>(Batch batch) -> batch;
            case Acceptance<Batch> other -> throw new AssertionError("not accepted: " + other);
        };
    }

    private static Row filled(int base) {
        return new Row.Filled(base, ADA, Map.of());
    }

    private List<AttemptLedger.Claim> claims(int count) {
        return Stream.generate(() -> batches.claim().orElseThrow()).limit(count).toList();
    }
}
