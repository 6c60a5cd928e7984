package io.renderyard.worker.attempt;

import io.renderyard.kernel.doorbell.JobListener;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.AttemptLedger.Claim;
import io.renderyard.kernel.job.Lane;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.unhurried.Foreground;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Hears rings and claims jobs while there is a free slot, or, for those that wait for models, a free seat. Stops by
 * draining: first no new claims, then a while for what is being drawn, then the rest is given back with its attempt.
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
    private final Slots slots;
    private final WaitingRoom room;
    private final Foreground foreground;
    private final WorkerSettings settings;
    private volatile boolean running;

    Claimer(
            AttemptLedger ledger,
            AttemptRunner runner,
            LeaseKeeper leases,
            Slots slots,
            WaitingRoom room,
            Foreground foreground,
            WorkerSettings settings) {
        this.ledger = ledger;
        this.runner = runner;
        this.leases = leases;
        this.slots = slots;
        this.room = room;
        this.foreground = foreground;
        this.settings = settings;
    }

    /** What is done with a job that was claimed. */
    private interface Taker {
        /** @param began {@link System#nanoTime} when the claim did */
        void take(Claim claim, long began);
    }

    @Override
    public Heard hear(Ring.JobReady ring) throws InterruptedException {
        return switch (ring.lane()) {
            case INTERACTIVE, BATCH, HEAVY -> hearForAPlace(ring.lane());
            case PROMPT -> hearForASeat(ring.lane());
        };
    }

    /** Until the attempt has ended. */
    private Heard hearForAPlace(Lane lane) throws InterruptedException {
        Optional<Slots.Place> free = running ? slots.acquire(lane, PATIENCE) : Optional.empty();
        if (free.isEmpty()) {
            return Heard.NOT_NOW;
        }
        try (Slots.Place place = free.get()) {
            return running
                    ? claim(lane, (claim, began) -> {
                        HeldLease lease = new HeldLease(claim.attempt(), began, Thread.currentThread());
                        leases.keep(lease);
                        run(lane, claim, lease, place::close);
                    })
                    : Heard.NOT_NOW;
        }
    }

    /** Until the lease is ours: the attempt goes on by itself, since nearly all of it is waiting for others. */
    private Heard hearForASeat(Lane lane) throws InterruptedException {
        Optional<WaitingRoom.Seat> free = running ? room.enter(PATIENCE) : Optional.empty();
        if (free.isEmpty()) {
            return Heard.NOT_NOW;
        }
        try (WaitingRoom.Seat seat = free.get()) {
            foreground.letPass();
            return running
                    ? claim(lane, (claim, began) -> runApart(lane, claim, began, seat.handOver()))
                    : Heard.NOT_NOW;
        }
    }

    private Heard claim(Lane lane, Taker taker) {
        long began = System.nanoTime();
        Optional<Claim> claim;
        try {
            claim = ledger.claim(lane, settings.displayName());
        } catch (DataAccessException e) {
            log.warn("no job can be claimed, the ledger is out of reach: {}", e.getMessage());
            return Heard.NOT_NOW;
        }
        claim.ifPresent(taken -> taker.take(taken, began));
        return Heard.DONE;
    }

    /** On a thread of its own; its lease is kept before anybody can think that nothing is in hand. */
    private void runApart(Lane lane, Claim claim, long began, WaitingRoom.Seat seat) {
        CompletableFuture<HeldLease> lease = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name("prompt").unstarted(() -> {
            try (seat) {
                run(lane, claim, lease.join(), () -> {});
            } catch (RuntimeException e) {
                log.error("an attempt was lost to a defect; the sweeper queues its job again", e);
            }
        });
        HeldLease held = new HeldLease(claim.attempt(), began, thread);
        leases.keep(held);
        lease.complete(held);
        thread.start();
    }

    /** @param drawn when nothing is left to draw, and the rest needs no browser */
    private void run(Lane lane, Claim claim, HeldLease lease, Runnable drawn) {
        MDC.put("job", claim.attempt().job().toString());
        MDC.put("attempt", Integer.toString(claim.attempt().number()));
        MDC.put("tenant", claim.tenant().toString());
        try (Foreground.Stay _ = foreground.enter(lane)) {
            if (!running) {
                // Stopping may have begun while we claimed, and then it did not see this lease.
                throw new InterruptedException("the worker stops");
            }
            AttemptRunner.Outcome outcome = runner.render(lane, claim, lease);
            // The browser is free: the next job is claimed while this one is stored and completed.
            drawn.run();
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
