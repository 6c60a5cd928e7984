package io.renderyard.worker.attempt;

import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.List;
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

    /** True when a place was taken, which is to be given back by {@link #release}. */
    boolean acquire(Lane lane, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (free == 0) {
                if (left <= 0) {
                    return false;
                }
                left = turns.get(lane.ordinal()).awaitNanos(left);
            }
            free--;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void release() {
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
}
