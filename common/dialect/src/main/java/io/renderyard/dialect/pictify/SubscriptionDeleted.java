package io.renderyard.dialect.pictify;

/** The answer to a deletion: a body, since clients parse one. */
public record SubscriptionDeleted(boolean deleted, String message) {
    public static final SubscriptionDeleted DONE = new SubscriptionDeleted(true, "Webhook subscription deleted");
}
