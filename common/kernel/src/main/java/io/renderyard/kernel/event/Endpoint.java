package io.renderyard.kernel.event;

import io.renderyard.kernel.subscription.SubscriptionId;

/** Whom a delivery is for. It decides how the delivery is signed, and when it is tried again. */
public sealed interface Endpoint {
    /**
     * The one that a job or a batch names for its own events.
     *
     * @param shape see {@link io.renderyard.kernel.job.Webhook}
     * @param type of the event
     */
    record Named(String shape, EventType type) implements Endpoint {}

    /** @param shape and {@code topic}: see {@link io.renderyard.kernel.subscription.Wish} */
    record Subscribed(SubscriptionId subscription, String shape, String topic) implements Endpoint {}
}
