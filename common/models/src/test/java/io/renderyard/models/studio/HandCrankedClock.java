package io.renderyard.models.studio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time passes when somebody waits, and not otherwise. */
final class HandCrankedClock implements Timekeeper {
    private final List<Duration> pauses = new ArrayList<>();
    private long nanos = -5_000_000_000L;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        pass(duration);
    }

    synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    /** How long was waited each time, without those that took no time. */
    synchronized List<Duration> pauses() {
        return pauses.stream().filter(Duration::isPositive).toList();
    }
}
