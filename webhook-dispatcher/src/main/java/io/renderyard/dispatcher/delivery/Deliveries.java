package io.renderyard.dispatcher.delivery;

import io.renderyard.dispatcher.DispatcherSettings;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes deliveries that are due from the ledger and has them posted, a bounded number at once. Looks when it is told to
 * and once a second; what is due is known by the ledger alone.
 */
@Component
class Deliveries implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long DRAIN_SECONDS = 10;

    /** Well above the longest post: whoever holds a delivery longer than this is dead. */
    private static final Duration TAKEN_FOR = Duration.ofSeconds(60);

    private final DeliveryLedger ledger;
    private final Courier courier;
    private final int places;
    private final Semaphore free;
    private final Semaphore calls = new Semaphore(0);
    private final ExecutorService posting = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Thread thread;

    Deliveries(DeliveryLedger ledger, Courier courier, DispatcherSettings settings) {
        this.ledger = ledger;
        this.courier = courier;
        this.places = settings.deliveries();
        this.free = new Semaphore(places);
    }

    /** Something may be due. */
    void look() {
        calls.release();
    }

    @Override
    public synchronized void start() {
        Thread looking = Thread.ofPlatform().daemon().name("deliveries").unstarted(this::run);
        // Known before it runs: it runs only for as long as it is the one that is known.
        thread = looking;
        looking.start();
    }

    /** Takes no more, and waits for what is being posted: an answer that is not written down costs a repetition. */
    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            if (free.tryAcquire(places, DRAIN_SECONDS, TimeUnit.SECONDS)) {
                free.release(places);
            } else {
                log.warn("Some posts are still under way; they are repeated after {} s", TAKEN_FOR.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (Thread.currentThread() == thread) {
                boolean called = calls.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (called) {
                    calls.drainPermits();
                }
                post();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void post() throws InterruptedException {
        List<DeliveryAttempt> due;
        do {
            free.acquire();
            int taken = 1 + free.drainPermits();
            due = claim(taken);
            free.release(taken - due.size());
            due.forEach(attempt -> posting.execute(() -> post(attempt)));
        } while (!due.isEmpty());
    }

    private List<DeliveryAttempt> claim(int atMost) {
        try {
            return ledger.claimDue(TAKEN_FOR, atMost);
        } catch (DataAccessException e) {
            log.warn("Deliveries wait until the ledger is back: {}", e.getMessage());
            return List.of();
        } catch (RuntimeException e) {
            log.error("A defect while taking deliveries from the ledger; they are looked for again", e);
            return List.of();
        }
    }

    private void post(DeliveryAttempt attempt) {
        try {
            courier.deliver(attempt);
        } catch (RuntimeException e) {
            log.error(
                    "Delivery {} broke off and will be tried again in {} s",
                    attempt.delivery(),
                    TAKEN_FOR.toSeconds(),
                    e);
        } finally {
            free.release();
        }
    }
}
