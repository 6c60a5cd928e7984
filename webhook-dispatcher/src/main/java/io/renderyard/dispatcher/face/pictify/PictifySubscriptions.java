package io.renderyard.dispatcher.face.pictify;

import io.renderyard.dialect.pictify.SubscriptionEvent;
import io.renderyard.dispatcher.delivery.Occurrence;
import io.renderyard.dispatcher.delivery.SubscriptionShape;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.egress.Answer;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The vendor's events, signature and schedule; contract {@code pictify.md}, section 11. */
@Component
class PictifySubscriptions implements SubscriptionShape {
    private final SubscriptionLedger subscriptions;
    private final Jobs jobs;
    private final BatchReader batches;
    private final PictifyTerms terms;

    PictifySubscriptions(SubscriptionLedger subscriptions, Jobs jobs, BatchReader batches, PictifyTerms terms) {
        this.subscriptions = subscriptions;
        this.jobs = jobs;
        this.batches = batches;
        this.terms = terms;
    }

    @Override
    public String name() {
        return SubscriptionEvent.SHAPE;
    }

    @Override
    public Optional<String> body(Wish wish, Occurrence occurrence) {
        Optional<SubscriptionEvent> told = switch (occurrence) {
            case Occurrence.OfJob(var event, var job) -> SubscriptionEvent.of(event, job, wish, jobs.links());
            case Occurrence.OfBatch(var event, var batch) ->
                SubscriptionEvent.of(event, batch, () -> batches.items(batch), wish);
        };
        return told.map(SubscriptionEvent::json);
    }

    @Override
    public Map<String, String> headers(DeliveryAttempt attempt, Instant now) {
        Endpoint.Subscribed endpoint = subscribed(attempt);
        return terms.headers(attempt, endpoint.topic(), secret(endpoint), now);
    }

    private static Endpoint.Subscribed subscribed(DeliveryAttempt attempt) {
        return switch (attempt.endpoint()) {
            case Endpoint.Subscribed subscribed -> subscribed;
            case Endpoint.Named named ->
                throw new IllegalStateException("delivery " + attempt.delivery() + " is for no subscription");
        };
    }

    private Secret secret(Endpoint.Subscribed endpoint) {
        return subscriptions
                .findSecret(endpoint.subscription())
                .orElseThrow(() -> new IllegalStateException(
                        "subscription " + endpoint.subscription() + " was deleted meanwhile"));
    }

    @Override
    public Duration within() {
        return terms.within();
    }

    /** After the fifth retry the subscription has failed. */
    @Override
    public Next after(int attempt, Answer answer) {
        return terms.after(attempt, answer);
    }
}
