package io.renderyard.dispatcher.sweeping;

import io.renderyard.dispatcher.DispatcherSettings;
import io.renderyard.kernel.doorbell.Doorbell;
import io.renderyard.kernel.doorbell.EventListener;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.job.JobSweeper;
import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The chores, one after the other, in one visible list. Each is safe to repeat and may run in several dispatchers at
 * once; together they are why nothing that is written down is ever forgotten.
 */
@Component
class Sweeper implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final int FORGOTTEN_EVENTS = 500;
    private static final Duration EVENT_SILENCE = Duration.ofSeconds(5);

    private final JobSweeper jobs;
    private final DeliveryLedger deliveries;
    private final EventListener events;
    private final Doorbell doorbell;
    private final QueueGauges gauges;
    private final Duration every;
    private @Nullable ScheduledExecutorService executor;

    Sweeper(
            JobSweeper jobs,
            DeliveryLedger deliveries,
            EventListener events,
            Doorbell doorbell,
            QueueGauges gauges,
            DispatcherSettings settings) {
        this.jobs = jobs;
        this.deliveries = deliveries;
        this.events = events;
        this.doorbell = doorbell;
        this.gauges = gauges;
        this.every = settings.sweepEvery();
    }

    /** The list of what the ledger alone decides. */
    private void sweep() {
        jobs.reclaimLostLeases();
        jobs.settleFollowers();
        jobs.ringForDue();
        deliveries
                .findForgotten(EVENT_SILENCE, FORGOTTEN_EVENTS)
                .forEach(event -> events.hear(new Ring.EventRecorded(event)));
        gauges.show(jobs.queues());
    }

    /** Apart from the rest, since it asks the broker, and a silent broker must not hold up the lost leases. */
    private void ringAgain() {
        for (Lane lane : Lane.values()) {
            doorbell.unheard(lane).ifPresent(unheard -> jobs.ringAgain(lane, unheard));
        }
    }

    private static void guarded(Runnable chores) {
        try {
            chores.run();
        } catch (DataAccessException e) {
            log.warn("The sweeper cannot reach the ledger and will go on when it is back: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("A defect in the sweeper; the next round starts afresh", e);
        }
    }

    @Override
    public synchronized void start() {
        executor = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("sweeper-", 1).factory());
        every(executor, this::sweep);
        every(executor, this::ringAgain);
    }

    private void every(ScheduledExecutorService executor, Runnable chores) {
        var unused = executor.scheduleWithFixedDelay(
                () -> guarded(chores), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
        }
        executor = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
