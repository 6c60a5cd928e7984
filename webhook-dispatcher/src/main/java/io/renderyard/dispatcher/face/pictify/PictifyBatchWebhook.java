package io.renderyard.dispatcher.face.pictify;

import io.renderyard.dialect.pictify.SubscriptionEvent;
import io.renderyard.dispatcher.delivery.Occurrence;
import io.renderyard.dispatcher.delivery.WebhookBody;
import io.renderyard.dispatcher.delivery.WebhookTerms;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.egress.Answer;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.tenant.WebhookSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the {@code webhookUrl} of a batch is told of its end, signed with the account's secret; contract
 * {@code pictify.md}, section 10.4.
 */
@Component
class PictifyBatchWebhook implements WebhookBody, WebhookTerms {
    private final BatchReader batches;
    private final Jobs jobs;
    private final WebhookSecrets secrets;
    private final PictifyTerms terms;

    PictifyBatchWebhook(BatchReader batches, Jobs jobs, WebhookSecrets secrets, PictifyTerms terms) {
        this.batches = batches;
        this.jobs = jobs;
        this.secrets = secrets;
        this.terms = terms;
    }

    @Override
    public String shape() {
        return SubscriptionEvent.SHAPE;
    }

    @Override
    public String of(Occurrence occurrence) {
        return switch (occurrence) {
            case Occurrence.OfBatch(var event, var batch) ->
                SubscriptionEvent.of(event, batch, batches.items(batch), jobs.links())
                        .json();
            case Occurrence.OfJob one ->
                throw new IllegalStateException("in this face only batches name webhooks, and job "
                        + one.job().id() + " has one");
        };
    }

    @Override
    public Map<String, String> headers(DeliveryAttempt attempt, Instant now) {
        return terms.headers(attempt, topic(attempt), secrets.of(attempt.tenant()), now);
    }

    private static String topic(DeliveryAttempt attempt) {
        return switch (attempt.endpoint()) {
            case Endpoint.Named named ->
                SubscriptionEvent.topic(named.type())
                        .orElseThrow(() -> new IllegalStateException("the vendor has no name for " + named.type()));
            case Endpoint.Subscribed subscribed -> subscribed.topic();
        };
    }

    @Override
    public Duration within() {
        return terms.within();
    }

    @Override
    public Next after(int attempt, Answer answer) {
        return terms.after(attempt, answer);
    }
}
