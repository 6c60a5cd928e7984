package io.renderyard.db.outbox;

import io.renderyard.kernel.doorbell.Doorbell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Hands rings from the outbox to the doorbell. What this process wrote itself is published at once from memory; what
 * anybody left behind is claimed from the table. An entry is forgotten only when the doorbell says that it is held, so
 * a relay that dies anywhere costs a repeated ring and never a lost one.
 */
@Component
public class Relay implements SmartLifecycle {
    /** Starts before those who write rings and stops after them, so that their last ones still leave. */
    static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int FRESH_LIMIT = 10_000;
    private static final int BATCH = 500;
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final long FORGETTING_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Outbox outbox;
    private final Doorbell doorbell;
    private final BlockingQueue<OutboxEntry> fresh = new ArrayBlockingQueue<>(FRESH_LIMIT);
    private final BlockingQueue<Long> held = new LinkedBlockingQueue<>();

    /** Entries for which nobody was there to ring at. */
    private final BlockingQueue<Long> unrung = new LinkedBlockingQueue<>();

    private final Duration sweep;
    private volatile @Nullable Loops loops;

    @Autowired
    Relay(Outbox outbox, Doorbell doorbell) {
        this(outbox, doorbell, SWEEP);
    }

    /** @param sweep how often it looks for what others left behind */
    Relay(Outbox outbox, Doorbell doorbell, Duration sweep) {
        this.outbox = outbox;
        this.doorbell = doorbell;
        this.sweep = sweep;
    }

    /** Publishes an entry that was just committed. When there are too many, the table's sweep takes it up later. */
    public void publish(OutboxEntry committed) {
        if (!fresh.offer(committed)) {
            log.debug("more fresh rings than {}; {} waits for the sweep", FRESH_LIMIT, committed);
        }
    }

    /** For whoever has just written entries that are anybody's: the table's sweep need not wait for its time. */
    public void sweepNow() {
        Loops running = loops;
        if (running != null) {
            running.sweepNow();
        }
    }

    @Override
    public synchronized void start() {
        loops = new Loops(sweep);
    }

    @Override
    public synchronized void stop() {
        Loops running = loops;
        if (running != null) {
            running.stop();
        }
        loops = null;
    }

    @Override
    public boolean isRunning() {
        return loops != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void publishFresh() throws InterruptedException {
        ring(fresh.take());
    }

    private void forgetHeld() throws InterruptedException {
        List<Long> batch = new ArrayList<>(List.of(held.take()));
        held.drainTo(batch, BATCH);
        outbox.forget(batch);
        // The next ones come together: a delete costs the same for one entry as for fifty, and nobody waits for it.
        LockSupport.parkNanos(FORGETTING_GAP_NANOS);
    }

    /** When nobody was there the last time, it first rings once to learn whether somebody is now. */
    private void publishAbandoned() {
        int most = giveBackUnrung() ? 1 : BATCH;
        while (publishUpTo(most) && !Thread.currentThread().isInterrupted()) {
            most = BATCH;
        }
    }

    /** Whether there may be more, and somebody to ring at. */
    private boolean publishUpTo(int most) {
        List<OutboxEntry> abandoned = outbox.claimAbandoned(most);
        for (OutboxEntry entry : abandoned) {
            if (unrung.isEmpty()) {
                ring(entry);
            } else {
                unrung.add(entry.id());
            }
        }
        return abandoned.size() == most && unrung.isEmpty();
    }

    private boolean giveBackUnrung() {
        List<Long> all = new ArrayList<>();
        unrung.drainTo(all);
        if (!all.isEmpty()) {
            outbox.giveBack(all);
        }
        return !all.isEmpty();
    }

    private void ring(OutboxEntry entry) {
        var unused = doorbell.ring(entry.ring()).thenAccept(answer -> {
            switch (answer) {
                case HELD -> held.add(entry.id());
                case OUT_OF_REACH -> unrung.add(entry.id());
                // Its claim runs out before it is rung again, so that it does not keep others from being rung.
                case REFUSED -> {}
            }
        });
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    /** What runs between start and stop. */
    private final class Loops {
        private final Thread publishing = loop("relay-publish", Relay.this::publishFresh);
        private final Thread forgetting = loop("relay-forget", Relay.this::forgetHeld);
        /** Whoever asks for a sweep while it stops is not heard, and need not be. */
        private final ScheduledThreadPoolExecutor sweeping = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("relay-sweep").factory(), new ThreadPoolExecutor.DiscardPolicy());

        private final ScheduledFuture<?> regularly;

        Loops(Duration sweep) {
            regularly = sweeping.scheduleWithFixedDelay(
                    this::sweep, sweep.toMillis(), sweep.toMillis(), TimeUnit.MILLISECONDS);
        }

        void sweepNow() {
            sweeping.execute(this::sweep);
        }

        private void sweep() {
            var unused = guarded(Relay.this::publishAbandoned);
        }

        void stop() {
            regularly.cancel(true);
            sweeping.shutdownNow();
            publishing.interrupt();
            forgetting.interrupt();
        }

        private static Thread loop(String name, Step step) {
            return Thread.ofPlatform().daemon().name(name).start(() -> {
                while (guarded(step)) {
                    // Each step waits for its own work.
                }
            });
        }

        /** False when it is time to stop. A failed step loses nothing: its entries are still in the table. */
        private static boolean guarded(Step step) {
            try {
                step.run();
            } catch (InterruptedException stopped) {
                return false;
            } catch (DataAccessException e) {
                log.warn("The relay cannot reach the ledger; its entries stay there: {}", e.getMessage());
            } catch (RuntimeException e) {
                log.error("A defect in the relay; its entries stay in the outbox and are rung again", e);
            }
            return true;
        }
    }
}
