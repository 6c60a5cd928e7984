package io.renderyard.kernel.subscription;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a subscription's latest delivery attempt. */
public sealed interface LastDelivery {
    Instant at();

    /** @param status of HTTP, 2xx */
    record Taken(Instant at, int status, Duration took) implements LastDelivery {}

    /**
     * @param error why, for people
     * @param retries made of that delivery so far, this one among them
     * @param nextAt null when it was the last, and while the subscription is not active
     */
    record NotTaken(
            Instant at, String error, int retries, @Nullable Instant nextAt) implements LastDelivery {}
}
