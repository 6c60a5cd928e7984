package io.renderyard.worker.retention;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The rounds of retention and collection, in one visible list. In the worker, since it alone writes to the store. Each part
 * is safe to repeat, may run in several workers at once, and may die anywhere.
 */
@Component
class Keeper implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private final List<Consumer<Stop>> parts;
    private final RetentionMeters meters;
    private final Duration every;
    private @Nullable ScheduledExecutorService executor;

    Keeper(
            LedgerRetention ledger,
            ExpiredBytes expired,
            Orphans orphans,
            MissingBytes missing,
            RetentionMeters meters,
            RetentionSettings settings) {
        this.parts = List.of(ledger::round, expired::round, orphans::round, missing::round);
        this.meters = meters;
        this.every = settings.every();
    }

    /** A part that fails leaves the others alone. */
    void round(Stop stop) {
        for (Consumer<Stop> part : parts) {
            if (!stop.isWanted()) {
                guarded(() -> part.accept(stop));
            }
        }
        String done = meters.line();
        if (!done.isEmpty()) {
            log.info("no longer kept: {}", done);
        }
    }

    private static void guarded(Runnable part) {
        try {
            part.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Retention cannot reach the ledger and will go on when it is back: {}", e.getMessage());
        } catch (UncheckedIOException e) {
            log.warn("Collection cannot read the store and will go on when it can: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("A defect in retention; the next round starts afresh", e);
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("retention").factory());
        executor = rounds;
        var unused = rounds.scheduleWithFixedDelay(
                () -> round(rounds::isShutdown), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is left of a step after that has no ledger any more and is taken back. */
    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            try {
                boolean unused = executor.awaitTermination(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        executor = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
