package io.renderyard.worker.devtools;

import java.time.Duration;

/** A point in this process's monotonic time by which something must be over. */
public record Deadline(long nanos, Duration granted) {
    public static Deadline in(Duration granted) {
        return new Deadline(System.nanoTime() + granted.toNanos(), granted);
    }

    public boolean isOver() {
        return nanosLeft() == 0;
    }

    /** Never negative. */
    public long nanosLeft() {
        return Math.max(0, nanos - System.nanoTime());
    }

    /** This one, or an earlier one. */
    public Deadline within(Duration limit) {
        Deadline other = in(limit);
        return other.nanos - nanos < 0 ? other : this;
    }
}
