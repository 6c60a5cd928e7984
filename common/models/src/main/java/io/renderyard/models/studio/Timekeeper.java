package io.renderyard.models.studio;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells time and lets it pass. A port, so that tests need not wait. */
interface Timekeeper {
    /** Only differences mean something, as of {@link System#nanoTime}. */
    long nanos();

    /** Comes back when the time is over. */
    void pause(Duration duration) throws InterruptedException;

    static Timekeeper ofTheSystem() {
        return new Timekeeper() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                // Nobody ever calls, so this ends with the time or an interrupt.
                boolean _ = new Semaphore(0).tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS);
            }
        };
    }
}
