package io.renderyard.worker.attempt;

import io.renderyard.kernel.doorbell.JobListener;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Lane;
import io.renderyard.worker.WorkerSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Hears rings and claims jobs while there is a free slot. Stops by draining: first no new claims, then a while for what
 * is being drawn, then the rest is given back with its attempt.
 */
@Component
class Claimer implements JobListener, SmartLifecycle {
    /** After those who hear rings have stopped, before the leases are let go. */
    static final int PHASE = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Claimer.class);

    /** A ring that finds no free slot for this long goes to whoever has one. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** One more attempt than browsers: while one is being stored and completed, the next is already claimed. */
    private static final int LOOKAHEAD = 1;

    private static final Duration LETTING_GO = Duration.ofSeconds(3);

    private final AttemptLedger ledger;
    private final AttemptRunner runner;
    private final LeaseKeeper leases;
    private final WorkerSettings settings;
    private final Slots slots;
    private final Set<HeldLease> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Claimer(AttemptLedger ledger, AttemptRunner runner, LeaseKeeper leases, WorkerSettings settings) {
        this.ledger = ledger;
        this.runner = runner;
        this.leases = leases;
        this.settings = settings;
        this.slots = new Slots(settings.slots() + LOOKAHEAD);
    }

    @Override
    public Heard hear(Ring.JobReady ring) throws InterruptedException {
        if (!running || !slots.acquire(ring.lane(), PATIENCE)) {
            return Heard.NOT_NOW;
        }
        try {
            // Asked again: the slot may have become free because we are stopping.
            return running ? claimAndRun(ring) : Heard.NOT_NOW;
        } finally {
            slots.release();
        }
    }

    private Heard claimAndRun(Ring.JobReady ring) {
        long began = System.nanoTime();
        Optional<AttemptLedger.Claim> claim;
        try {
            claim = ledger.claim(ring.job(), settings.displayName());
        } catch (DataAccessException e) {
            log.warn("job {} cannot be claimed, the ledger is out of reach: {}", ring.job(), e.getMessage());
            return Heard.NOT_NOW;
        }
        if (claim.isEmpty()) {
            return Heard.DONE;
        }
        HeldLease lease = new HeldLease(claim.get().attempt(), began, Thread.currentThread());
        leases.keep(lease);
        underWay.add(lease);
        boolean stopped = false;
        try {
            runner.run(claim.get(), lease);
        } catch (InterruptedException e) {
            stopped = true;
        } catch (DataAccessException e) {
            log.warn(
                    "attempt {} cannot be completed, the ledger is out of reach; it will be repeated", lease.attempt());
        } finally {
            underWay.remove(lease);
            leases.forget(lease);
        }
        if (stopped || lease.isLost()) {
            // It may have come when there was nothing left to stop. It was meant for this lease: whoever hears next on
            // this thread must not be stopped by it.
            boolean unused = Thread.interrupted();
            giveBack(lease.attempt());
        }
        return Heard.DONE;
    }

    /**
     * Either the lease was lost, or the attempt ended just before, then this is fenced off; or we are stopping, then
     * the job is queued again. Dying before it, or a ledger out of reach, leaves the lease to run out.
     */
    private void giveBack(Attempt attempt) {
        try {
            boolean givenBack = ledger.release(attempt);
            log.info("attempt {} stopped{}", attempt, givenBack ? " and given back" : ", it is no longer ours");
        } catch (DataAccessException e) {
            log.warn("attempt {} stopped and cannot be given back, the ledger is out of reach", attempt);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (!awaitIdle(settings.drain())) {
            log.info(
                    "{} attempts are not done after {} s and are given back",
                    underWay.size(),
                    settings.drain().toSeconds());
            underWay.forEach(HeldLease::lose);
            boolean unused = awaitIdle(LETTING_GO);
        }
    }

    private boolean awaitIdle(Duration atMost) {
        try {
            int taken = 0;
            long deadline = System.nanoTime() + atMost.toNanos();
            int all = settings.slots() + LOOKAHEAD;
            while (taken < all && slots.acquire(Lane.INTERACTIVE, Duration.ofNanos(deadline - System.nanoTime()))) {
                taken++;
            }
            for (int i = 0; i < taken; i++) {
                slots.release();
            }
            return taken == all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
