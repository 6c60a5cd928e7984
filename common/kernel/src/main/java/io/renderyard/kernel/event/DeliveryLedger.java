package io.renderyard.kernel.event;

import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stop 9 of the journey: what is to be delivered, what was tried, and when it is tried again. Nothing of it is in memory. */
public interface DeliveryLedger {
    /** The event and who may want it; empty when it is not there or was fanned out already. */
    Optional<Undelivered> findUndelivered(EventId event);

    /** Events that nobody fanned out within the time, oldest first: their ring was lost. */
    List<EventId> findForgotten(Duration longerThan, int atMost);

    /**
     * Writes the event's deliveries, due at once, and marks the event as fanned out, in one transaction. Repeatable. A
     * subscription that is no longer active is left out.
     */
    void fanOut(EventId event, List<NewDelivery> deliveries);

    /** Claims deliveries that are due. Whoever dies with one loses it after {@code takenFor}. */
    List<DeliveryAttempt> claimDue(Duration takenFor, int atMost);

    /** The endpoint took it. */
    void delivered(DeliveryAttempt attempt, DeliveryAnswer answer);

    /** Not taken; due again after the gap. A no-op for a newer attempt. */
    void retry(DeliveryAttempt attempt, DeliveryAnswer answer, Duration gap);

    /** Not taken, and not tried again. A subscription has failed with it. */
    void giveUp(DeliveryAttempt attempt, DeliveryAnswer answer);

    /**
     * @param webhook where the job or batch itself wants it, and in which shape; null when it does not
     * @param subscribers all of its tenant that are active, whatever they wish for
     */
    record Undelivered(Event event, @Nullable Webhook webhook, List<Subscriber> subscribers) {
        public Undelivered {
            subscribers = List.copyOf(subscribers);
        }
    }

    /** A subscription as far as an event concerns it. */
    record Subscriber(SubscriptionId id, Wish wish) {}

    /** To be written. */
    sealed interface NewDelivery {
        String body();
    }

    record ToWebhook(Webhook webhook, String body) implements NewDelivery {}

    record ToSubscriber(SubscriptionId subscription, String body) implements NewDelivery {}
}
