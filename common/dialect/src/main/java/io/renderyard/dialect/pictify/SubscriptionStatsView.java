package io.renderyard.dialect.pictify;

import io.renderyard.kernel.subscription.SubscriptionLedger;

/** Counts of a tenant's subscriptions and of the deliveries of those that are there. */
public record SubscriptionStatsView(long total, long active, long paused, long failed, Deliveries deliveries) {
    /** @param failed given up */
    public record Deliveries(long pending, long succeeded, long failed) {}

    public static SubscriptionStatsView of(SubscriptionLedger.Stats stats) {
        return new SubscriptionStatsView(
                stats.active() + stats.paused() + stats.failed(),
                stats.active(),
                stats.paused(),
                stats.failed(),
                new Deliveries(stats.pending(), stats.delivered(), stats.givenUp()));
    }
}
