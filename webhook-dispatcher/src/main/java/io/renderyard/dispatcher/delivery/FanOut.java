package io.renderyard.dispatcher.delivery;

import io.renderyard.dialect.yard.BatchEventView;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.batch.DigestReader;
import io.renderyard.kernel.doorbell.EventListener;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns an event into the delivery that its job or batch asked for. Repeating it changes nothing. */
@Component
class FanOut implements EventListener {
    private final DeliveryLedger ledger;
    private final JobReader jobs;
    private final BatchReader batches;
    private final DigestReader digests;
    private final Jobs polling;
    private final Map<String, WebhookBody> bodies;
    private final Deliveries deliveries;
    private final JsonMapper json;

    FanOut(
            DeliveryLedger ledger,
            JobReader jobs,
            BatchReader batches,
            DigestReader digests,
            Jobs polling,
            List<WebhookBody> bodies,
            Deliveries deliveries,
            JsonMapper json) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.batches = batches;
        this.digests = digests;
        this.polling = polling;
        this.bodies = bodies.stream().collect(Collectors.toUnmodifiableMap(WebhookBody::shape, Function.identity()));
        this.deliveries = deliveries;
        this.json = json;
    }

    @Override
    public void hear(Ring.EventRecorded ring) {
        fanOut(ring.event());
    }

    void fanOut(EventId id) {
        ledger.findUndelivered(id).ifPresent(undelivered -> {
            ledger.fanOut(id, undelivered.url(), body(undelivered));
            deliveries.look();
        });
    }

    /** Written once and stored: every attempt sends these very characters. */
    private String body(DeliveryLedger.Undelivered undelivered) {
        Event event = undelivered.event();
        return switch (event.subject()) {
            case Event.OfJob(JobId id) -> {
                Job job = jobs.find(event.tenant(), id)
                        .orElseThrow(() -> new IllegalStateException("event " + event.id() + " tells of no job"));
                yield writer(undelivered.shape()).of(event, job);
            }
            case Event.OfBatch(BatchId id) -> {
                Batch batch = batches.find(event.tenant(), id)
                        .orElseThrow(() -> new IllegalStateException("event " + event.id() + " tells of no batch"));
                yield json.writeValueAsString(view(event, batch));
            }
        };
    }

    private WebhookBody writer(String shape) {
        WebhookBody body = bodies.get(shape);
        if (body == null) {
            throw new IllegalStateException(
                    "nobody writes webhooks of the shape " + shape + "; there are writers of " + bodies.keySet());
        }
        return body;
    }

    private BatchEventView view(Event event, Batch batch) {
        return event.type() == EventType.BATCH_PROGRESS
                ? BatchEventView.digest(event, batch, digests.ends(event.id()), polling.links())
                : BatchEventView.of(event, batch, polling.links());
    }
}
