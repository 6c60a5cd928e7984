package io.renderyard.db.outbox;

import io.renderyard.kernel.doorbell.Doorbell;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final long SWEEP_MILLIS = 1_000;
    private static final long FORGETTING_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Outbox outbox;
    private final Doorbell doorbell;
    private final BlockingQueue<OutboxEntry> fresh = new ArrayBlockingQueue<>(FRESH_LIMIT);
    private final BlockingQueue<Long> held = new LinkedBlockingQueue<>();

    /** Entries for which nobody was there to ring at. */
    private final BlockingQueue<Long> unrung = new LinkedBlockingQueue<>();

    private volatile @Nullable Loops loops;

    Relay(Outbox outbox, Doorbell doorbell) {
        this.outbox = outbox;
        this.doorbell = doorbell;
    }

    /** Publishes an entry that was just committed. When there are too many, the table's sweep takes it up later. */
    public void publish(OutboxEntry committed) {
        if (!fresh.offer(committed)) {
            log.debug("more fresh rings than {}; {} waits for the sweep", FRESH_LIMIT, committed);
        }
    }

    @Override
    public synchronized void start() {
        loops = new Loops();
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
        private final ScheduledExecutorService sweeping = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("relay-sweep").factory());
        private final ScheduledFuture<?> sweep = sweeping.scheduleWithFixedDelay(
                () -> guarded(Relay.this::publishAbandoned), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);

        void stop() {
            sweep.cancel(true);
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
