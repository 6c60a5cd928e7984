package io.renderyard.dispatcher;

import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Does a chore of the ledger's round by round: soon after a job changed, but never more often than it may, and after a
 * while without being called too, since a call is a hint that may be lost. Outlives a ledger that is out of reach.
 */
public class Rounds implements SmartLifecycle, JobChanges.Listener {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final JobChanges changes;
    private final Duration shortest;
    private final Duration longest;
    private final BooleanSupplier step;
    private final Semaphore calls = new Semaphore(0);
    private boolean outOfReach;
    private JobChanges.@Nullable Subscription subscription;
    private volatile @Nullable Thread thread;

    /**
     * @param shortest gap between two rounds
     * @param longest gap between two rounds
     * @param step a part of a round that may be repeated; answers whether there is more to do at once
     */
    public Rounds(String name, JobChanges changes, Duration shortest, Duration longest, BooleanSupplier step) {
        this.name = name;
        this.changes = changes;
        this.shortest = shortest;
        this.longest = longest;
        this.step = step;
    }

    @Override
    public final synchronized void start() {
        subscription = changes.subscribe(this);
        Thread going = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        // Known before it runs: it runs only for as long as it is the one that is known.
        thread = going;
        going.start();
    }

    @Override
    public final synchronized void stop() {
        Thread going = thread;
        thread = null;
        if (going != null) {
            going.interrupt();
        }
        if (subscription != null) {
            subscription.close();
        }
        subscription = null;
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    @Override
    public final void changed(JobId job) {
        calls.release();
    }

    @Override
    public final void missedSome() {
        calls.release();
    }

    private void run() {
        try {
            while (isMine()) {
                calls.drainPermits();
                round();
                LockSupport.parkNanos(shortest.toNanos());
                boolean unused = calls.tryAcquire(longest.minus(shortest).toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isMine() {
        return Thread.currentThread() == thread;
    }

    /** A round that breaks off is taken up by the next one: what it had to do stands in the ledger. */
    private void round() {
        try {
            boolean more = true;
            while (more && isMine()) {
                more = step.getAsBoolean();
            }
            if (outOfReach) {
                log.info("{}: the ledger is back", name);
            }
            outOfReach = false;
        } catch (DataAccessException | TransactionException e) {
            if (!outOfReach && isMine()) {
                log.warn("{} cannot reach the ledger and goes on when it is back: {}", name, e.getMessage());
            }
            outOfReach = true;
        } catch (RuntimeException e) {
            log.error("A defect in {}; the next round starts afresh", name, e);
        }
    }
}
