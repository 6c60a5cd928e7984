package io.renderyard.worker.unhurried;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Does what nobody waits for in front of a screen, on a few threads of low priority, each when nothing is in the
 * foreground, and with rests in between while people are served. Platform threads on purpose: hundreds of virtual ones
 * that have something to work out stand in one line, and whoever of them has just gone ahead for others, such as with a
 * shared statement, would make everybody wait until it is its turn again.
 *
 * <p>What ends an attempt goes before what begins its end, so that of hundreds that come at once only a few are in
 * memory.
 */
@Component
public final class Unhurried implements AutoCloseable {
    private static final int AT_ONCE = 2;

    /** Of processor time alone: who waits for the disk or the ledger is in nobody's way. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final Foreground foreground;
    private final AtomicLong handed = new AtomicLong();
    private final ThreadPoolExecutor threads;

    /** With threads of its own. */
    @Autowired
    public Unhurried(Foreground foreground) {
        this(foreground, AT_ONCE);
    }

    Unhurried(Foreground foreground, int atOnce) {
        this.foreground = foreground;
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("unhurried-", 0).factory()::newThread);
        for (int i = 0; i < atOnce; i++) {
            threads.execute(new Turn(Rank.END, handed.getAndIncrement(), LowPriority::take));
        }
    }

    /** Something that may take as long as it likes. */
    public interface Step {
        void run() throws InterruptedException;
    }

    private enum Rank {
        END,
        BEGINNING
    }

    /** Earlier ranks go first, and in a rank whoever came first. */
    private record Turn(Rank rank, long number, Runnable work) implements Runnable, Comparable<Turn> {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Turn other) {
            int byRank = rank.compareTo(other.rank);
            return byRank == 0 ? Long.compare(number, other.number) : byRank;
        }
    }

    private void hand(Rank rank, Runnable work) {
        threads.execute(new Turn(rank, handed.getAndIncrement(), () -> {
            lookAround();
            long before = CLOCK.getCurrentThreadCpuTime();
            work.run();
            rest(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - before));
        }));
    }

    private void lookAround() {
        try {
            foreground.letPass();
        } catch (InterruptedException e) {
            // The worker stops: the step notices, and says so to whoever waits for it.
            Thread.currentThread().interrupt();
        }
    }

    /** A worker that stops does not rest. */
    private void rest(Duration computed) {
        long end = System.nanoTime() + foreground.rest(computed).toNanos();
        for (long left = end - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /**
     * Blocks until the end of an attempt is done.
     *
     * @throws InterruptedException when the caller was interrupted, and the step with it: it is over then
     */
    public void end(Step step) throws InterruptedException {
        Handed work = new Handed(step);
        hand(Rank.END, work);
        work.await();
    }

    /** For what is done before the end of an attempt can begin. */
    public Executor beginnings() {
        return work -> hand(Rank.BEGINNING, work);
    }

    /** What was handed over and not begun is not done any more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
