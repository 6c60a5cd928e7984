package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.subscription.LastDelivery;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.tenant.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A subscription; contract {@code pictify.md}, section 11.1.
 *
 * @param secret only in the answer that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionView(
        String uid,
        String event,
        String targetUrl,
        String platform,
        String status,
        JsonNode filters,
        @Nullable String secret,
        long deliveryCount,
        long failureCount,
        @Nullable String lastDeliveryAt,
        @Nullable Last lastDelivery,
        String createdAt,
        String updatedAt) {
    /** @param duration milliseconds */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Last(
            String status,
            String timestamp,
            @Nullable Integer responseCode,
            @Nullable Long duration,
            @Nullable String error,
            @Nullable Integer retryCount,
            @Nullable String nextRetry) {
        static Last of(LastDelivery last) {
            String at = SubscriptionJson.time(last.at());
            return switch (last) {
                case LastDelivery.Taken taken ->
                    new Last("success", at, taken.status(), taken.took().toMillis(), null, null, null);
                case LastDelivery.NotTaken missed ->
                    new Last("failed", at, null, null, missed.error(), missed.retries(), next(missed.nextAt()));
            };
        }

        private static @Nullable String next(@Nullable Instant next) {
            return next == null ? null : SubscriptionJson.time(next);
        }
    }

    public static SubscriptionView of(Subscription subscription) {
        return of(subscription, null);
    }

    static SubscriptionView of(Subscription subscription, @Nullable Secret secret) {
        LastDelivery last = subscription.last();
        return new SubscriptionView(
                SubscriptionUid.of(subscription.id()),
                subscription.wish().topic(),
                subscription.target().toString(),
                subscription.platform(),
                SubscriptionWords.of(subscription.status()),
                SubscriptionJson.stored(subscription.wish().filters()),
                secret == null ? null : secret.reveal(),
                subscription.delivered(),
                subscription.failures(),
                last == null ? null : SubscriptionJson.time(last.at()),
                last == null ? null : Last.of(last),
                SubscriptionJson.time(subscription.createdAt()),
                SubscriptionJson.time(subscription.updatedAt()));
    }
}
