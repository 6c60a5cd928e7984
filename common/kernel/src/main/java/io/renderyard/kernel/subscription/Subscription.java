package io.renderyard.kernel.subscription;

import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint's standing wish for certain events, without its secret.
 *
 * @param target where its deliveries are posted; those that wait go to where it points when their turn comes
 * @param platform what its owner says the endpoint is
 * @param delivered deliveries that the endpoint took
 * @param failures delivery attempts that it did not take, since it was made or last resumed
 * @param last null before the first attempt
 */
public record Subscription(
        SubscriptionId id,
        TenantId tenant,
        Wish wish,
        URI target,
        String platform,
        SubscriptionStatus status,
        long delivered,
        long failures,
        @Nullable LastDelivery last,
        Instant createdAt,
        Instant updatedAt) {}
