package io.renderyard.models.studio;

import java.time.Duration;

/**
 * The time that one job's own work takes: it stands still while the job stands in line at a provider, which says nothing
 * of the provider or the job, only of how many there are. For one thread.
 */
final class OwnTime implements Timekeeper {
    private final Timekeeper time;
    private final long patience;
    private long inLine;

    /** @param patience for standing in line, at all providers together */
    OwnTime(Timekeeper time, Duration patience) {
        this.time = time;
        this.patience = patience.toNanos();
    }

    @Override
    public long nanos() {
        return time.nanos() - inLine;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        time.pause(duration);
    }

    /** As {@link Slots#enter}; false, too, when the patience is over. */
    boolean enter(Slots slots, Duration longestClosed) throws InterruptedException {
        long began = time.nanos();
        try {
            return slots.enter(began + patience - inLine, longestClosed);
        } finally {
            inLine += time.nanos() - began;
        }
    }

    boolean isOutOfPatience() {
        return inLine >= patience;
    }
}
