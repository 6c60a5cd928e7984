package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import org.jspecify.annotations.Nullable;

/**
 * An answer about one subscription.
 *
 * @param same once more at the top level, where older clients look for it; null where none of them asks
 */
public record SubscriptionAnswer(
        SubscriptionView subscription,
        @JsonUnwrapped @Nullable SubscriptionView same) {
    public static SubscriptionAnswer of(Subscription subscription) {
        return new SubscriptionAnswer(SubscriptionView.of(subscription), null);
    }

    /** With its secret. */
    public static SubscriptionAnswer of(SubscriptionLedger.Created created) {
        return new SubscriptionAnswer(SubscriptionView.of(created.subscription(), created.secret()), null);
    }

    public static SubscriptionAnswer spread(Subscription subscription) {
        SubscriptionView view = SubscriptionView.of(subscription);
        return new SubscriptionAnswer(view, view);
    }
}
