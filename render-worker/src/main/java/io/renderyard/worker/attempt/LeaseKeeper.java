package io.renderyard.worker.attempt;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Withdrawals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the leases of this worker: renews them every three seconds, and stops the work of those that are lost, whether
 * the ledger says so (a newer attempt, a cancel) or our own trust ran out because the ledger cannot be reached. The
 * last thing to stop on shutdown, since leases must hold while work is drained.
 */
@Component
class LeaseKeeper implements SmartLifecycle {
    static final int PHASE = 500;

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final long RENEW_MILLIS = 3_000;
    private static final long WATCH_MILLIS = 100;

    private final AttemptLedger ledger;
    private final Withdrawals withdrawals;
    private final Map<JobId, HeldLease> held = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService renewing;
    private @Nullable ScheduledExecutorService watching;
    private JobChanges.@Nullable Subscription subscription;

    LeaseKeeper(AttemptLedger ledger, Withdrawals withdrawals) {
        this.ledger = ledger;
        this.withdrawals = withdrawals;
    }

    void keep(HeldLease lease) {
        held.put(lease.attempt().job(), lease);
    }

    synchronized void forget(HeldLease lease) {
        held.remove(lease.attempt().job(), lease);
        notifyAll();
    }

    /** True when no lease is held any more; false when some still are after that time. */
    synchronized boolean awaitNone(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (!held.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops everything that is being drawn. */
    void loseAll() {
        held.values().forEach(lease -> lost(lease, "the worker stops"));
    }

    private void renew() {
        List<HeldLease> mine = List.copyOf(held.values());
        if (mine.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        try {
            Set<Attempt> kept =
                    ledger.renew(mine.stream().map(HeldLease::renewal).toList());
            for (HeldLease lease : mine) {
                if (kept.contains(lease.attempt())) {
                    lease.renewed(began);
                } else {
                    lost(lease, "the ledger gave it to another or ended it");
                }
            }
        } catch (RuntimeException e) {
            log.warn("Leases could not be renewed: {}", e.getMessage());
        }
    }

    private void watch() {
        held.values().stream()
                .filter(lease -> !lease.isTrusted())
                .forEach(lease -> lost(lease, "it was not renewed in time"));
    }

    private static void lost(HeldLease lease, String why) {
        if (lease.lose()) {
            log.warn("Lease of attempt {} is lost: {}", lease.attempt(), why);
        }
    }

    /** Asks the ledger now, not in three seconds. */
    void withdrawn(JobId job) {
        ScheduledExecutorService executor = renewing;
        if (executor != null && held.containsKey(job)) {
            executor.execute(this::renew);
        }
    }

    @Override
    public synchronized void start() {
        renewing = every(RENEW_MILLIS, "lease-renewal", this::renew);
        watching = every(WATCH_MILLIS, "lease-watch", this::watch);
        subscription = withdrawals.subscribe(this::withdrawn);
    }

    private static ScheduledExecutorService every(long millis, String name, Runnable step) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var unused = executor.scheduleAtFixedRate(step, millis, millis, TimeUnit.MILLISECONDS);
        return executor;
    }

    @Override
    public synchronized void stop() {
        if (subscription != null && renewing != null && watching != null) {
            subscription.close();
            renewing.shutdownNow();
            watching.shutdownNow();
        }
        subscription = null;
        renewing = null;
        watching = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return subscription != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
