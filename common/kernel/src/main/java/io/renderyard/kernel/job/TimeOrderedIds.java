package io.renderyard.kernel.job;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes version 7 UUIDs (RFC 9562): 48 bits of Unix milliseconds, 12 bits that count within the millisecond, then 62
 * random bits. Each is greater than the one before it from the same source, so that what one client submits in order
 * is listed in order, however fast it was and even where the clock went back.
 */
public final class TimeOrderedIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final long SIXTY_TWO_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

    private final InstantSource clock;
    private final RandomGenerator random;
    // milliseconds and counter as one number: a full counter runs on into the next millisecond
    private final AtomicLong last = new AtomicLong();

    public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        long high = (tick >>> COUNTER_BITS << 16) | VERSION_7 | (tick & COUNTER);
        long low = VARIANT | (random.nextLong() & SIXTY_TWO_BITS);
        return new UUID(high, low);
    }
}
