package io.renderyard.kernel.job;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes version 7 UUIDs (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits. */
public final class TimeOrderedIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long TWELVE_BITS = 0xFFFL;
    private static final long SIXTY_TWO_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

    private final InstantSource clock;
    private final RandomGenerator random;

    public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long high = (clock.millis() << 16) | VERSION_7 | (random.nextLong() & TWELVE_BITS);
        long low = VARIANT | (random.nextLong() & SIXTY_TWO_BITS);
        return new UUID(high, low);
    }
}
