package io.renderyard.conformance.fault.child;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** A wall clock that is wrong by up to ten minutes either way, and each time it is read by another amount. */
final class JumpingClock implements InstantSource {
    private static final long MOST_MILLIS = Duration.ofMinutes(10).toMillis();

    private final RandomGenerator random;

    JumpingClock(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public synchronized Instant instant() {
        return InstantSource.system().instant().plusMillis(random.nextLong(-MOST_MILLIS, MOST_MILLIS + 1));
    }
}
