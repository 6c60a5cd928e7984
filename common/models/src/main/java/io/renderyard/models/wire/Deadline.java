package io.renderyard.models.wire;

import java.time.Duration;

/** When all the calls that one question needs must be over. */
record Deadline(long nanos) {
    static Deadline in(Duration atMost) {
        return new Deadline(System.nanoTime() + atMost.toNanos());
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
