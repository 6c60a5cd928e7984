package io.renderyard.standalone;

import io.renderyard.kernel.doorbell.Doorbell;
import io.renderyard.kernel.doorbell.EventListener;
import io.renderyard.kernel.doorbell.JobListener;
import io.renderyard.kernel.doorbell.JobListener.Heard;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.Lane;
import io.renderyard.worker.WorkerSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Rings from thread to thread. Everything is forgotten with the process, and the sweeper rings again from the ledger. */
@Component
@ConditionalOnProperty(name = "renderyard.doorbell.kind", havingValue = "in-process")
class InProcessDoorbell implements Doorbell, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(InProcessDoorbell.class);

    private final ObjectProvider<JobListener> jobs;
    private final ObjectProvider<EventListener> events;
    private final int hearers;
    private final Map<Lane, BlockingQueue<Ring.JobReady>> lanes = new EnumMap<>(Lane.class);
    private final BlockingQueue<Ring.EventRecorded> recorded = new LinkedBlockingQueue<>();
    private volatile boolean running;

    /** Listeners are looked up when it starts: they write to the ledger, whose relay rings here. */
    InProcessDoorbell(ObjectProvider<JobListener> jobs, ObjectProvider<EventListener> events, WorkerSettings settings) {
        this.jobs = jobs;
        this.events = events;
        this.hearers = settings.slots() + 1;
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new LinkedBlockingQueue<>());
        }
    }

    @Override
    public CompletableFuture<Answer> ring(Ring ring) {
        switch (ring) {
            case Ring.JobReady ready -> queue(ready.lane()).add(ready);
            case Ring.EventRecorded event -> recorded.add(event);
        }
        return CompletableFuture.completedFuture(Answer.HELD);
    }

    @Override
    public OptionalLong unheard(Lane lane) {
        return OptionalLong.of(queue(lane).size());
    }

    private BlockingQueue<Ring.JobReady> queue(Lane lane) {
        BlockingQueue<Ring.JobReady> queue = lanes.get(lane);
        if (queue == null) {
            throw new IllegalStateException("every lane has a queue; none for " + lane);
        }
        return queue;
    }

    @Override
    public synchronized void start() {
        running = true;
        JobListener jobListener = jobs.getObject();
        EventListener eventListener = events.getObject();
        lanes.forEach((lane, queue) -> {
            for (int i = 0; i < hearers; i++) {
                loop("hear-" + lane.label(), () -> hear(jobListener, queue));
            }
        });
        loop("hear-events", () -> eventListener.hear(recorded.take()));
    }

    private static void hear(JobListener listener, BlockingQueue<Ring.JobReady> queue) throws InterruptedException {
        Ring.JobReady ring = queue.take();
        if (listener.hear(ring) == Heard.NOT_NOW) {
            queue.add(ring);
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void loop(String name, Step step) {
        Thread.ofVirtual().name(name).start(() -> {
            while (running) {
                try {
                    step.run();
                } catch (InterruptedException stopped) {
                    return;
                } catch (RuntimeException e) {
                    log.error("A ring was lost to a defect; the sweeper rings again", e);
                }
            }
        });
    }

    /** Nobody is interrupted: draining what is being drawn is the listener's own affair. */
    @Override
    public synchronized void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
