package io.renderyard.dispatcher.face.pictify;

import io.renderyard.dialect.pictify.SubscriptionEvent;
import io.renderyard.dialect.pictify.SubscriptionUid;
import io.renderyard.dispatcher.delivery.DeliverySchedule;
import io.renderyard.dispatcher.delivery.Occurrence;
import io.renderyard.dispatcher.delivery.SubscriptionShape;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.egress.Answer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The vendor's events, signature and schedule; contract {@code pictify.md}, section 11. */
@Component
class PictifySubscriptions implements SubscriptionShape {
    private static final Duration WITHIN = Duration.ofSeconds(30);

    /** After the fifth retry the subscription has failed. */
    private static final List<Duration> GAPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(24));

    private final SubscriptionLedger subscriptions;
    private final Jobs jobs;
    private final DeliverySchedule schedule;

    PictifySubscriptions(SubscriptionLedger subscriptions, Jobs jobs, RandomGenerator random) {
        this.subscriptions = subscriptions;
        this.jobs = jobs;
        this.schedule = new DeliverySchedule(GAPS, random);
    }

    @Override
    public String name() {
        return SubscriptionEvent.SHAPE;
    }

    @Override
    public Optional<String> body(Wish wish, Occurrence occurrence) {
        Optional<SubscriptionEvent> told = switch (occurrence) {
            case Occurrence.OfJob(var event, var job) -> SubscriptionEvent.of(event, job, wish, jobs.links());
            case Occurrence.OfBatch(var event, var batch) -> SubscriptionEvent.of(event, batch, wish);
        };
        return told.map(SubscriptionEvent::json);
    }

    @Override
    public Map<String, String> headers(DeliveryAttempt attempt, Instant now) {
        Endpoint.Subscribed endpoint = subscribed(attempt);
        return Map.of(
                "content-type",
                "application/json",
                "x-pictify-signature",
                PictifySignature.of(secret(endpoint), now, attempt.body()),
                "x-pictify-event",
                endpoint.topic(),
                "x-pictify-delivery-id",
                SubscriptionUid.of(attempt.delivery()));
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
        return WITHIN;
    }

    /** The vendor knows one way of not taking a delivery: every answer but 2xx, and none. */
    @Override
    public Next after(int attempt, Answer answer) {
        return schedule.after(
                attempt, answer instanceof Answer.Responded responded ? responded.retryAfter() : Optional.empty());
    }
}
