package io.renderyard.process.limit;

import java.time.Instant;

/** Limits that are counted in memory. */
public final class PlayedLimits {
    private PlayedLimits() {}

    public static RateLimits none() {
        return of(new LimitSettings(LimitSettings.Limit.NONE, LimitSettings.Limit.NONE));
    }

    public static RateLimits of(LimitSettings settings) {
        return new RateLimits(settings, new PlayedRates(), () -> Instant.EPOCH);
    }
}
