package io.renderyard.dispatcher.face.pictory;

import io.renderyard.kernel.limit.Level;
import io.renderyard.kernel.limit.Rate;
import io.renderyard.kernel.limit.RateLimiter;
import io.renderyard.kernel.limit.RequestClass;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts calls in memory. Its clock stands still. */
final class PlayedRates implements RateLimiter {
    private final Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Map<Caller, Instant> fullAt = new HashMap<>();

    private record Caller(UUID id, RequestClass requests) {}

    @Override
    public Level take(UUID caller, RequestClass requests, Rate rate) {
        Caller one = new Caller(caller, requests);
        Level level = rate.take(fullAt.getOrDefault(one, Instant.EPOCH), now);
        fullAt.put(one, level.fullAt());
        return level;
    }
}
