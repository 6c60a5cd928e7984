package io.renderyard.conformance.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** A time that has to pass because the fault lasts that long. */
final class Wait {
    private final long end;

    private Wait(long end) {
        this.end = end;
    }

    /** Begins now. */
    static Wait of(Duration time) {
        return new Wait(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    void untilOver() {
        await("the fault has lasted")
                .forever()
                .pollInterval(Duration.ofMillis(50))
                .until(this::isOver);
    }
}
