package io.renderyard.worker.browser;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what became of browsers. After the end as many are reaped as were started. */
final class ProcessLedger {
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong reaped = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Map<Recycling.Reason, AtomicLong> recycled = new EnumMap<>(Recycling.Reason.class);

    ProcessLedger() {
        for (Recycling.Reason reason : Recycling.Reason.values()) {
            recycled.put(reason, new AtomicLong());
        }
    }

    /** A first process runs. */
    void start() {
        started.incrementAndGet();
    }

    /** Every process, the folder and the control group are gone. */
    void reap() {
        reaped.incrementAndGet();
    }

    /** Replaced because it died, hung or ran out of something. */
    void fail() {
        failed.incrementAndGet();
    }

    void recycle(Recycling.Reason reason) {
        of(reason).incrementAndGet();
    }

    long started() {
        return started.get();
    }

    long reaped() {
        return reaped.get();
    }

    long failed() {
        return failed.get();
    }

    long recycled(Recycling.Reason reason) {
        return of(reason).get();
    }

    private AtomicLong of(Recycling.Reason reason) {
        AtomicLong count = recycled.get(reason);
        if (count == null) {
            throw new IllegalStateException("not counted: " + reason);
        }
        return count;
    }
}
