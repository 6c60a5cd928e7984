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
    private final int[] waiting = new int[Lane.values().length];
    private int free;

    Slots(int places) {
        this.free = places;
    }

    /** A place in the caller's hands; empty when none became free in time. */
    Optional<Place> acquire(Lane lane, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        waiting[lane.ordinal()]++;
        try {
            while (free == 0 || firstWaiting() < lane.ordinal()) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = turns.get(lane.ordinal()).awaitNanos(left);
            }
            free--;
            return Optional.of(new Place());
        } finally {
            waiting[lane.ordinal()]--;
            // Whoever leaves the line, with a place or without, may have held up a later lane.
            callNext();
            lock.unlock();
        }
    }

    private void release() {
        lock.lock();
        try {
            free++;
            callNext();
        } finally {
            lock.unlock();
        }
    }

    private void callNext() {
        int first = firstWaiting();
        if (free > 0 && first < waiting.length) {
            turns.get(first).signal();
        }
    }

    /** The earliest lane in which somebody waits; one beyond the last when nobody does. */
    private int firstWaiting() {
        int lane = 0;
        while (lane < waiting.length && waiting[lane] == 0) {
            lane++;
        }
        return lane;
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
