package io.renderyard.dispatcher.delivery;

import io.renderyard.dialect.yard.BatchEventView;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.batch.DigestReader;
import io.renderyard.kernel.doorbell.EventListener;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.DeliveryLedger.NewDelivery;
import io.renderyard.kernel.event.DeliveryLedger.Subscriber;
import io.renderyard.kernel.event.DeliveryLedger.ToSubscriber;
import io.renderyard.kernel.event.DeliveryLedger.ToWebhook;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns an event into its deliveries: to the endpoint that its job or batch named, and to each subscription that wishes
 * for it. Repeating it changes nothing.
 */
@Component
class FanOut implements EventListener {
    private static final Logger log = LoggerFactory.getLogger(FanOut.class);

    private final DeliveryLedger ledger;
    private final JobReader jobs;
    private final BatchReader batches;
    private final DigestReader digests;
    private final Jobs polling;
    private final Map<String, WebhookBody> bodies;
    private final SubscriptionShapes shapes;
    private final Deliveries deliveries;
    private final JsonMapper json;

    FanOut(
            DeliveryLedger ledger,
            JobReader jobs,
            BatchReader batches,
            DigestReader digests,
            Jobs polling,
            List<WebhookBody> bodies,
            SubscriptionShapes shapes,
            Deliveries deliveries,
            JsonMapper json) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.batches = batches;
        this.digests = digests;
        this.polling = polling;
        this.bodies = bodies.stream().collect(Collectors.toUnmodifiableMap(WebhookBody::shape, Function.identity()));
        this.shapes = shapes;
        this.deliveries = deliveries;
        this.json = json;
    }

    @Override
    public void hear(Ring.EventRecorded ring) {
        fanOut(ring.event());
    }

    void fanOut(EventId id) {
        ledger.findUndelivered(id).ifPresent(undelivered -> {
            ledger.fanOut(id, written(undelivered));
            deliveries.look();
        });
    }

    private List<NewDelivery> written(DeliveryLedger.Undelivered undelivered) {
        Webhook webhook = undelivered.webhook();
        if (webhook == null && undelivered.subscribers().isEmpty()) {
            return List.of();
        }
        Occurrence occurrence = occurrence(undelivered.event());
        List<NewDelivery> written = new ArrayList<>();
        if (webhook != null) {
            written.add(new ToWebhook(webhook.url(), body(webhook, occurrence)));
        }
        for (Subscriber subscriber : undelivered.subscribers()) {
            body(subscriber, occurrence).ifPresent(body -> written.add(new ToSubscriber(subscriber.id(), body)));
        }
        return written;
    }

    private Occurrence occurrence(Event event) {
        return switch (event.subject()) {
            case Event.OfJob(JobId id) ->
                new Occurrence.OfJob(event, jobs.find(event.tenant(), id).orElseThrow(() -> tellsOfNo(event, "job")));
            case Event.OfBatch(BatchId id) ->
                new Occurrence.OfBatch(
                        event, batches.find(event.tenant(), id).orElseThrow(() -> tellsOfNo(event, "batch")));
        };
    }

    private static IllegalStateException tellsOfNo(Event event, String what) {
        return new IllegalStateException("event " + event.id() + " tells of no " + what);
    }

    /** Written once and stored: every attempt sends these very characters. */
    private String body(Webhook webhook, Occurrence occurrence) {
        return switch (occurrence) {
            case Occurrence.OfJob(var event, var job) -> writer(webhook.shape()).of(event, job);
            case Occurrence.OfBatch(var event, var batch) -> json.writeValueAsString(view(event, batch));
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

    /** Empty when it does not wish for it. One that nobody understands must not keep the others from being told. */
    private Optional<String> body(Subscriber subscriber, Occurrence occurrence) {
        Optional<SubscriptionShape> shape = shapes.find(subscriber.wish().shape());
        if (shape.isEmpty()) {
            log.error(
                    "Subscription {} is told nothing: nobody writes in the shape {}; known are {}",
                    subscriber.id(),
                    subscriber.wish().shape(),
                    shapes.names());
        }
        return shape.flatMap(known -> known.body(subscriber.wish(), occurrence));
    }
}
