package io.renderyard.dispatcher.delivery;

import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.doorbell.EventListener;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.DeliveryLedger.NewDelivery;
import io.renderyard.kernel.event.DeliveryLedger.Subscriber;
import io.renderyard.kernel.event.DeliveryLedger.ToSubscriber;
import io.renderyard.kernel.event.DeliveryLedger.ToWebhook;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
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
    private final Map<String, WebhookBody> bodies;
    private final SubscriptionShapes shapes;
    private final Deliveries deliveries;

    FanOut(
            DeliveryLedger ledger,
            JobReader jobs,
            BatchReader batches,
            List<WebhookBody> bodies,
            SubscriptionShapes shapes,
            Deliveries deliveries) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.batches = batches;
        this.bodies = bodies.stream().collect(Collectors.toUnmodifiableMap(WebhookBody::shape, Function.identity()));
        this.shapes = shapes;
        this.deliveries = deliveries;
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
            written.add(new ToWebhook(webhook, writer(webhook.shape()).of(occurrence)));
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

    private WebhookBody writer(String shape) {
        WebhookBody body = bodies.get(shape);
        if (body == null) {
            throw new IllegalStateException(
                    "nobody writes webhooks of the shape " + shape + "; there are writers of " + bodies.keySet());
        }
        return body;
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
