package io.renderyard.worker.painting;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounded memory for many: who finds no room waits for it, in turn. */
final class Room {
    private static final int UNIT = 64 * 1024;

    private final Semaphore units;

    Room(long bytes) {
        this.units = new Semaphore(units(bytes), true);
    }

    private static int units(long bytes) {
        return Math.toIntExact(Math.ceilDiv(bytes, UNIT));
    }

    /** Empty when none became free in time. */
    Optional<Share> take(long bytes, Duration atMost) throws InterruptedException {
        int wanted = units(bytes);
        return units.tryAcquire(wanted, atMost.toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(new Share(wanted))
                : Optional.empty();
    }

    /** For one thread at a time. */
    final class Share implements AutoCloseable {
        private int held;

        private Share(int held) {
            this.held = held;
        }

        /** Gives back what is not needed after all. */
        void keep(long bytes) {
            int needed = Math.min(held, units(bytes));
            units.release(held - needed);
            held = needed;
        }

        @Override
        public void close() {
            units.release(held);
            held = 0;
        }
    }
}
