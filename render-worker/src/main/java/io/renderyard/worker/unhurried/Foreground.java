package io.renderyard.worker.unhurried;

import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The jobs in hand that somebody waits for in front of a screen. A low priority is not enough for what goes on beside
 * them: two threads of one core share its caches and its memory, whatever their priorities are.
 */
@Component
public final class Foreground {
    /** Some three cards. A worker that always draws for somebody goes on with the rest five times a second. */
    private static final Duration COURTESY = Duration.ofMillis(200);

    /** Whoever was served so lately is thought to be there still: the next one may come at any time. */
    private static final Duration LATELY = Duration.ofSeconds(1);

    /**
     * What a step in the background sets off in the ledger, the broker and other processes costs some three times what it
     * cost itself, and comes when it comes. Rests spread it, so that hundreds of answers that came at once are no wave
     * for those who are served meanwhile.
     */
    private static final int RESTS = 12;

    private final Lock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();
    private final Duration courtesy;
    private final Duration lately;
    private int jobs;
    private long lastSeen;

    /** Nobody is there yet. */
    public Foreground() {
        this(COURTESY, LATELY);
    }

    /**
     * @param courtesy how long whoever lets it pass waits at most, or rests
     * @param lately how long somebody who was served counts
     */
    Foreground(Duration courtesy, Duration lately) {
        this.courtesy = courtesy;
        this.lately = lately;
        this.lastSeen = System.nanoTime() - lately.toNanos();
    }

    /** Until it is closed. */
    public interface Stay extends AutoCloseable {
        @Override
        void close();
    }

    /** For as long as a job of this lane is in hand. */
    public Stay enter(Lane lane) {
        return switch (lane) {
            case INTERACTIVE -> {
                change(1);
                yield () -> change(-1);
            }
            case BATCH, HEAVY, PROMPT -> () -> {};
        };
    }

    private void change(int by) {
        lock.lock();
        try {
            jobs += by;
            lastSeen = System.nanoTime();
            if (jobs == 0) {
                empty.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How long whoever has computed so long in the background is to rest: not at all while nobody is served. */
    Duration rest(Duration computed) {
        lock.lock();
        try {
            if (jobs == 0 && System.nanoTime() - lastSeen >= lately.toNanos()) {
                return Duration.ZERO;
            }
            Duration rest = computed.multipliedBy(RESTS);
            return rest.compareTo(courtesy) < 0 ? rest : courtesy;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until nobody is there, but so long only that what waits gets done in the end. */
    public void letPass() throws InterruptedException {
        long left = courtesy.toNanos();
        lock.lock();
        try {
            while (jobs > 0 && left > 0) {
                left = empty.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
