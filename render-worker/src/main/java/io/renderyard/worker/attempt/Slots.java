package io.renderyard.worker.attempt;

import io.renderyard.kernel.job.Lane;
import io.renderyard.worker.WorkerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A bounded number of places. Whoever waits in an earlier lane gets a free one first; heavy work, which holds a place for
 * many seconds, always leaves one for the others.
 */
@Component
final class Slots {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Condition> turns =
            Stream.generate(lock::newCondition).limit(Lane.values().length).toList();
    private final int[] waiting = new int[Lane.values().length];
    private final int places;
    private final int mostLight;
    private final int mostHeavy;
    private int light;
    private int heavy;

    @Autowired
    Slots(WorkerSettings settings) {
        this(settings.slots(), settings.browsers());
    }

    /**
     * @param light most that is not heavy at once
     * @param places altogether, at least two
     */
    Slots(int light, int places) {
        this.places = places;
        this.mostLight = light;
        this.mostHeavy = places - 1;
    }

    /** A place in the caller's hands; empty when none became free in time. */
    Optional<Place> acquire(Lane lane, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        waiting[lane.ordinal()]++;
        try {
            while (next() != lane.ordinal()) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = turns.get(lane.ordinal()).awaitNanos(left);
            }
            take(lane);
            return Optional.of(new Place(lane));
        } finally {
            waiting[lane.ordinal()]--;
            // Whoever leaves the line, with a place or without, may have held up a later lane.
            callNext();
            lock.unlock();
        }
    }

    private void take(Lane lane) {
        if (lane == Lane.HEAVY) {
            heavy++;
        } else {
            light++;
        }
    }

    private void release(Lane lane) {
        lock.lock();
        try {
            if (lane == Lane.HEAVY) {
                heavy--;
            } else {
                light--;
            }
            callNext();
        } finally {
            lock.unlock();
        }
    }

    private void callNext() {
        int next = next();
        if (next < waiting.length) {
            turns.get(next).signal();
        }
    }

    /** The earliest lane in which somebody waits who may have a place now; one beyond the last when nobody may. */
    private int next() {
        int lane = 0;
        while (lane < waiting.length && (waiting[lane] == 0 || isFull(lane))) {
            lane++;
        }
        return lane;
    }

    private boolean isFull(int lane) {
        boolean fullForIt = lane == Lane.HEAVY.ordinal() ? heavy == mostHeavy : light == mostLight;
        return fullForIt || light + heavy == places;
    }

    /** Given back once, however often it is closed. For one thread. */
    final class Place implements AutoCloseable {
        private final Lane lane;
        private boolean open = true;

        private Place(Lane lane) {
            this.lane = lane;
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                release(lane);
            }
        }
    }
}
