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
            return claimAndRun(ring);
        } finally {
            slots.release();
        }
    }

    private Heard claimAndRun(Ring.JobReady ring) throws InterruptedException {
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
        try {
            runner.run(claim.get(), lease);
        } catch (InterruptedException e) {
            stopped(lease);
        } catch (DataAccessException e) {
            log.warn(
                    "attempt {} cannot be completed, the ledger is out of reach; it will be repeated", lease.attempt());
        } finally {
            underWay.remove(lease);
            leases.forget(lease);
        }
        return Heard.DONE;
    }

    /** Interrupted: either the lease was lost, then release is fenced off, or we are stopping, then it is given back. */
    private void stopped(HeldLease lease) {
        Attempt attempt = lease.attempt();
        boolean givenBack = ledger.release(attempt);
        log.info("attempt {} stopped{}", attempt, givenBack ? " and given back" : ", it is no longer ours");
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
