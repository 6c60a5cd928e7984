package io.renderyard.bench;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** A share of renders that several lanes take one by one: over when all are taken, when time is up, or when told so. */
final class Work {
    private final AtomicInteger taken = new AtomicInteger();
    private final int count;
    private final long endNanos;
    private volatile boolean stopped;

    /** @param seconds from now on, after which nothing is taken any more */
    Work(int count, double seconds) {
        this.count = count;
        this.endNanos = System.nanoTime() + (long) (seconds * 1e9);
    }

    static Work during(double seconds) {
        return new Work(Integer.MAX_VALUE, seconds);
    }

    OptionalInt take() {
        if (stopped || System.nanoTime() - endNanos > 0) {
            return OptionalInt.empty();
        }
        int next = taken.getAndIncrement();
        return next < count ? OptionalInt.of(next) : OptionalInt.empty();
    }

    void stop() {
        stopped = true;
    }
}
