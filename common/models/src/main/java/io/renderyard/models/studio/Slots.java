package io.renderyard.models.studio;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The places at one provider. Who waits longest goes first. */
final class Slots {
    /** How soon whoever is next sees that there is more room again. */
    private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

    /** Whatever a provider says: it may be nonsense, and its mind may change. */
    private static final long LONGEST_CLOSED = TimeUnit.MINUTES.toNanos(5);

    private final Timekeeper time;
    private final Window window;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedSet<Condition> waiting = new LinkedHashSet<>();
    private int taken;
    private long closedUntil;

    Slots(int full, Timekeeper time) {
        this.time = time;
        window = new Window(full);
        closedUntil = time.nanos();
    }

    /**
     * Takes a place, to be given back by {@link #leave}; false when there is none before the deadline.
     *
     * @param longestClosed false at once, too, when the provider wants to see nobody for longer
     */
    boolean enter(long deadline, Duration longestClosed) throws InterruptedException {
        while (true) {
            long closed = closedFor();
            if (closed >= longestClosed.toNanos() || time.nanos() + Math.max(0, closed) - deadline >= 0) {
                return false;
            }
            if (closed > 0) {
                time.pause(Duration.ofNanos(closed));
            } else if (takeInTurn(deadline)) {
                return true;
            }
        }
    }

    private long closedFor() {
        lock.lock();
        try {
            return closedUntil - time.nanos();
        } finally {
            lock.unlock();
        }
    }

    /** False when the time is over, or when nobody is to enter any more. */
    private boolean takeInTurn(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        Condition turn = lock.newCondition();
        waiting.addLast(turn);
        try {
            while (closedUntil - time.nanos() <= 0) {
                boolean next = waiting.getFirst() == turn;
                long left = deadline - time.nanos();
                if (next && taken < window.open(time.nanos())) {
                    taken++;
                    return true;
                }
                if (left <= 0) {
                    return false;
                }
                // Woken, or it was time to look: both is looked at either way.
                long _ = turn.awaitNanos(next ? Math.min(LOOK, left) : left);
            }
            return false;
        } finally {
            waiting.remove(turn);
            wakeNext();
            lock.unlock();
        }
    }

    private void wakeNext() {
        if (!waiting.isEmpty()) {
            waiting.getFirst().signal();
        }
    }

    void leave() {
        lock.lock();
        try {
            taken--;
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    /**
     * It was too much.
     *
     * @param stayAway how long nobody is to enter, as the provider said; zero if it did not. Five minutes at most count
     */
    void shrink(Duration stayAway) {
        lock.lock();
        try {
            long now = time.nanos();
            window.shrink(now);
            long until = now + Math.min(stayAway.toNanos(), LONGEST_CLOSED);
            closedUntil = until - closedUntil > 0 ? until : closedUntil;
        } finally {
            lock.unlock();
        }
    }
}
