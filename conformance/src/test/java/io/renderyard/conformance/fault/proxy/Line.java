package io.renderyard.conformance.fault.proxy;

import io.renderyard.conformance.fault.proxy.LineFault.BlackHole;
import io.renderyard.conformance.fault.proxy.LineFault.CutAfter;
import io.renderyard.conformance.fault.proxy.LineFault.Direction;
import io.renderyard.conformance.fault.proxy.LineFault.Pass;
import io.renderyard.conformance.fault.proxy.LineFault.Refuse;
import io.renderyard.conformance.fault.proxy.LineFault.Swallow;
import io.renderyard.conformance.fault.proxy.LineFault.Throttle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The state of a line: which fault it has now, and a place to wait until that changes. */
final class Line {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private LineFault fault = new Pass();
    private boolean over;

    /** What to do with bytes that have come in. */
    enum Verdict {
        FORWARD,
        LOSE,
        RESET
    }

    LineFault fault() {
        lock.lock();
        try {
            return fault;
        } finally {
            lock.unlock();
        }
    }

    void set(LineFault next) {
        lock.lock();
        try {
            fault = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits gives up. */
    void end() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as nothing passes; then says how many of these bytes may go, and what is to become of them. */
    Passage passage(Direction direction, int bytes, Counter counter) throws InterruptedException {
        lock.lock();
        try {
            while (fault instanceof BlackHole && !over) {
                changed.await();
            }
            return over ? new Passage(Verdict.RESET, 0) : judge(direction, bytes, counter);
        } finally {
            lock.unlock();
        }
    }

    private Passage judge(Direction direction, int bytes, Counter counter) throws InterruptedException {
        return switch (fault) {
            case Pass _ -> new Passage(Verdict.FORWARD, bytes);
            case BlackHole _ -> throw new IllegalStateException("waited for above");
            case Refuse _ -> new Passage(Verdict.RESET, 0);
            case Swallow swallow ->
                new Passage(swallow.direction() == direction ? Verdict.LOSE : Verdict.FORWARD, bytes);
            case CutAfter cut ->
                cut.direction() == direction
                        ? upTo(cut.bytes() - counter.since(cut), bytes)
                        : new Passage(Verdict.FORWARD, bytes);
            case Throttle throttle -> throttled(throttle, bytes);
        };
    }

    private static Passage upTo(long left, int bytes) {
        return left <= 0 ? new Passage(Verdict.RESET, 0) : new Passage(Verdict.FORWARD, (int) Math.min(left, bytes));
    }

    /** A tenth of a second's worth, after a tenth of a second, or one byte after its time; at once when the fault ends. */
    private Passage throttled(Throttle throttle, int bytes) throws InterruptedException {
        int slice = Math.clamp(throttle.bytesPerSecond() / 10, 1, bytes);
        long left = TimeUnit.SECONDS.toNanos(slice) / throttle.bytesPerSecond();
        while (left > 0 && fault == throttle && !over) {
            left = changed.awaitNanos(left);
        }
        return new Passage(Verdict.FORWARD, slice);
    }

    /** @param bytes how many the verdict is about; the rest asks again */
    record Passage(Verdict verdict, int bytes) {}

    /** Bytes that one direction of a connection has moved under the present fault. */
    static final class Counter {
        private LineFault under = new Pass();
        private long moved;

        long since(LineFault fault) {
            if (fault != under) {
                under = fault;
                moved = 0;
            }
            return moved;
        }

        void add(int bytes) {
            moved += bytes;
        }
    }
}
