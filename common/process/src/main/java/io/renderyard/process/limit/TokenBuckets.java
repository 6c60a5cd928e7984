package io.renderyard.process.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A bucket of tokens for each credential. One that is full again is forgotten, since a new one is the same. */
final class TokenBuckets {
    private static final int MOST = 100_000;

    private final int burst;
    private final int perSecond;
    private final TimeMeter time;
    private final Cache<UUID, Bucket> buckets;

    TokenBuckets(int burst, int perSecond, TimeMeter time) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofSeconds(1 + burst / perSecond))
                .build();
    }

    /**
     * What is left after a request.
     *
     * @param taken false when the request is one too many
     * @param limit how many there are in a full bucket
     * @param resetSeconds until the bucket is full again
     * @param retrySeconds until there is one again
     */
    record Level(boolean taken, long limit, long remaining, long resetSeconds, long retrySeconds) {}

    Level take(UUID credential) {
        ConsumptionProbe probe = buckets.get(credential, _ -> full()).tryConsumeAndReturnRemaining(1);
        return new Level(
                probe.isConsumed(),
                burst,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Rounded up: whoever comes back then is not refused again. */
    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
