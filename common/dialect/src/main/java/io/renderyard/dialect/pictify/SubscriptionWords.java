package io.renderyard.dialect.pictify;

import io.renderyard.kernel.subscription.SubscriptionStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How statuses are called. */
final class SubscriptionWords {
    private SubscriptionWords() {}

    static String of(SubscriptionStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is none of that name. */
    static Optional<SubscriptionStatus> status(String word) {
        return Arrays.stream(SubscriptionStatus.values())
                .filter(status -> of(status).equals(word))
                .findFirst();
    }
}
