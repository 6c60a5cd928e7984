package io.renderyard.worker.browser;

import java.time.Duration;

/** A point in this process's monotonic time by which something must be over. */
record Deadline(long nanos, Duration granted) {
    static Deadline in(Duration granted) {
        return new Deadline(System.nanoTime() + granted.toNanos(), granted);
    }

    boolean isOver() {
        return nanosLeft() == 0;
    }

    /** Never negative. */
    long nanosLeft() {
        return Math.max(0, nanos - System.nanoTime());
    }

    /** This one, or an earlier one. */
    Deadline within(Duration limit) {
        Deadline other = in(limit);
        return other.nanos - nanos < 0 ? other : this;
    }
}
