package io.renderyard.kernel.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How often a job is tried and how long the gaps are.
 *
 * @param maxAttempts attempts in all, at least 1
 * @param firstGap time before the second attempt; doubles with each further one. Not after a lost worker
 * @param longestGap upper bound of a gap
 */
public record RetryPolicy(int maxAttempts, Duration firstGap, Duration longestGap) {
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofMinutes(1));

    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, was " + maxAttempts);
        }
    }

    /**
     * The gap before the next attempt; empty when none is left or none would help. None at all after a lost worker: its
     * lease, which had to run out, was gap enough.
     *
     * @param spent attempts that count so far, the failed one included
     */
    public Optional<Duration> gapAfter(FailureCode code, int spent) {
        if (!code.isRetryable() || spent >= maxAttempts) {
            return Optional.empty();
        }
        if (code == FailureCode.WORKER_LOST) {
            return Optional.of(Duration.ZERO);
        }
        Duration gap = firstGap.multipliedBy(1L << Math.min(spent - 1, 20));
        return Optional.of(gap.compareTo(longestGap) > 0 ? longestGap : gap);
    }
}
