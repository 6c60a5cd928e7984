package io.renderyard.worker.attempt;

import io.renderyard.kernel.doorbell.JobListener;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.AttemptLedger.Claim;
import io.renderyard.worker.WorkerSettings;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
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

    private static final Duration LETTING_GO = Duration.ofSeconds(3);

    private final AttemptLedger ledger;
    private final AttemptRunner runner;
    private final LeaseKeeper leases;
    private final WorkerSettings settings;
    private final Slots slots;
    private volatile boolean running;

    Claimer(AttemptLedger ledger, AttemptRunner runner, LeaseKeeper leases, WorkerSettings settings) {
        this.ledger = ledger;
        this.runner = runner;
        this.leases = leases;
        this.settings = settings;
        this.slots = new Slots(settings.slots(), settings.browsers());
    }

    @Override
    public Heard hear(Ring.JobReady ring) throws InterruptedException {
        Optional<Slots.Place> free = running ? slots.acquire(ring.lane(), PATIENCE) : Optional.empty();
        if (free.isEmpty()) {
            return Heard.NOT_NOW;
        }
        try (Slots.Place place = free.get()) {
            return running ? claim(ring, place) : Heard.NOT_NOW;
        }
    }

    private Heard claim(Ring.JobReady ring, Slots.Place place) {
        long began = System.nanoTime();
        Optional<Claim> claim;
        try {
            claim = ledger.claim(ring.lane(), settings.displayName());
        } catch (DataAccessException e) {
            log.warn("no job can be claimed, the ledger is out of reach: {}", e.getMessage());
            return Heard.NOT_NOW;
        }
        claim.ifPresent(taken -> run(taken, new HeldLease(taken.attempt(), began, Thread.currentThread()), place));
        return Heard.DONE;
    }

    private void run(Claim claim, HeldLease lease, Slots.Place place) {
        leases.keep(lease);
        MDC.put("job", claim.attempt().job().toString());
        MDC.put("attempt", Integer.toString(claim.attempt().number()));
        MDC.put("tenant", claim.tenant().toString());
        try {
            if (!running) {
                // Stopping may have begun while we claimed, and then it did not see this lease.
                throw new InterruptedException("the worker stops");
            }
            AttemptRunner.Outcome outcome = runner.render(claim, lease);
            // The browser is free: the next job is claimed while this one is stored and completed.
            place.close();
            runner.complete(claim.attempt(), lease, outcome);
        } catch (InterruptedException e) {
            giveBack(lease);
        } catch (DataAccessException e) {
            log.warn("the attempt cannot be completed, the ledger is out of reach; it will be repeated", e);
        } finally {
            lease.leave();
            leases.forget(lease);
            MDC.clear();
        }
    }

    /** Either the lease was lost, then giving back is fenced off, or we are stopping, then another worker goes on. */
    private void giveBack(HeldLease lease) {
        // Our own release makes the ledger refuse the next renewal, which is no reason to interrupt us.
        lease.leave();
        try {
            boolean givenBack = ledger.release(lease.attempt());
            log.info("attempt stopped{}", givenBack ? " and given back" : ", it is no longer ours");
        } catch (DataAccessException e) {
            log.warn("attempt stopped; the ledger is out of reach, so its lease has to run out: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (!leases.awaitNone(settings.drain())) {
            log.info(
                    "what is not drawn after {} s is given back",
                    settings.drain().toSeconds());
            leases.loseAll();
            boolean unused = leases.awaitNone(LETTING_GO);
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
