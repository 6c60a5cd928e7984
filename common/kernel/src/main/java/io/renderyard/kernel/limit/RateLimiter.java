package io.renderyard.kernel.limit;

import java.util.UUID;

/** Counts calls for all processes of the farm together, by one clock. */
public interface RateLimiter {
    /**
     * Counts a call, unless it is one too many, and says what is left. Of several at the same moment no more are let
     * through than there would be one after the other.
     *
     * @param caller id of a credential
     */
    Level take(UUID caller, RequestClass requests, Rate rate);
}
