package io.renderyard.dialect.pictify;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which subscriptions are asked for.
 *
 * @param page from 1
 */
public record SubscriptionQuery(SubscriptionLedger.Filter filter, int page, int limit) {
    private static final int LIMIT = 20;
    private static final int MOST = 100;

    /** Parameters as they were sent; null or empty is as if it had not been. */
    public static SubscriptionReading<SubscriptionQuery> read(
            @Nullable String event,
            @Nullable String status,
            @Nullable String platform,
            @Nullable String page,
            @Nullable String limit) {
        List<FieldError> errors = new ArrayList<>();
        String topic = oneOf("event", event, SubscriptionTopics.ALL, errors);
        String word = oneOf("status", status, List.of("active", "paused", "failed"), errors);
        String place = oneOf("platform", platform, SubscriptionRequests.PLATFORMS, errors);
        int number = number("page", page, 1, Integer.MAX_VALUE, errors);
        int size = number("limit", limit, LIMIT, MOST, errors);
        if (!errors.isEmpty()) {
            return new SubscriptionReading.Wrong<>(errors);
        }
        SubscriptionStatus wanted =
                word == null ? null : SubscriptionWords.status(word).orElseThrow();
        return new SubscriptionReading.Understood<>(
                new SubscriptionQuery(new SubscriptionLedger.Filter(topic, wanted, place), number, size));
    }

    public long offset() {
        return (page - 1L) * limit;
    }

    private static @Nullable String oneOf(
            String name, @Nullable String value, List<String> words, List<FieldError> errors) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!words.contains(value)) {
            errors.add(new FieldError(name, "must be one of " + String.join(", ", words)));
        }
        return value;
    }

    private static int number(String name, @Nullable String value, int standard, int most, List<FieldError> errors) {
        if (value == null || value.isEmpty()) {
            return standard;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        errors.add(new FieldError(name, "must be a whole number from 1 to " + most));
        return standard;
    }
}
