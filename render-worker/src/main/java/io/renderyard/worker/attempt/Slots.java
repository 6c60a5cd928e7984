package io.renderyard.worker.attempt;

import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A bounded number of places. Whoever waits in an earlier lane gets a free one first. */
final class Slots {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Condition> turns =
            Stream.generate(lock::newCondition).limit(Lane.values().length).toList();
    private int free;

    Slots(int places) {
        this.free = places;
    }

    /** A place in the caller's hands; empty when none became free in time. */
    Optional<Place> acquire(Lane lane, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (free == 0) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = turns.get(lane.ordinal()).awaitNanos(left);
            }
            free--;
            return Optional.of(new Place());
        } finally {
            lock.unlock();
        }
    }

    private void release() {
        lock.lock();
        try {
            free++;
            // One of each lane, in the lanes' order: they queue for the lock in this order, and who comes late waits
            // on.
            turns.forEach(Condition::signal);
        } finally {
            lock.unlock();
        }
    }

    /** Given back once, however often it is closed. For one thread. */
    final class Place implements AutoCloseable {
        private boolean open = true;

        @Override
        public void close() {
            if (open) {
                open = false;
                release();
            }
        }
    }
}
