package io.renderyard.dispatcher.face.pictify;

import io.renderyard.dialect.pictify.SubscriptionUid;
import io.renderyard.dispatcher.delivery.DeliverySchedule;
import io.renderyard.dispatcher.delivery.DeliveryTerms;
import io.renderyard.egress.Answer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.tenant.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The vendor's signature and schedule; contract {@code pictify.md}, sections 11.4 and 11.5. */
@Component
class PictifyTerms {
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private static final List<Duration> GAPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(24));

    private final DeliverySchedule schedule;

    PictifyTerms(RandomGenerator random) {
        this.schedule = new DeliverySchedule(GAPS, random);
    }

    Map<String, String> headers(DeliveryAttempt attempt, String topic, Secret secret, Instant now) {
        return Map.of(
                "content-type",
                "application/json",
                "x-pictify-signature",
                PictifySignature.of(secret, now, attempt.body()),
                "x-pictify-event",
                topic,
                "x-pictify-delivery-id",
                SubscriptionUid.of(attempt.delivery()));
    }

    Duration within() {
        return WITHIN;
    }

    /** The vendor knows one way of not taking a delivery: every answer but 2xx, and none. */
    DeliveryTerms.Next after(int attempt, Answer answer) {
        return schedule.after(
                attempt, answer instanceof Answer.Responded responded ? responded.retryAfter() : Optional.empty());
    }
}
