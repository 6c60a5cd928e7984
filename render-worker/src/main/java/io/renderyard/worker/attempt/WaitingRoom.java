package io.renderyard.worker.attempt;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.worker.WorkerSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Room for attempts that wait for models, so many at once. They take no browser's place meanwhile. */
@Component
final class WaitingRoom {
    private final Semaphore free;

    WaitingRoom(WorkerSettings settings, MeterRegistry meters) {
        this.free = new Semaphore(settings.prompts());
        Gauge.builder("renderyard.prompts", () -> settings.prompts() - free.availablePermits())
                .description("Attempts of prompt jobs in hand")
                .register(meters);
    }

    /** A seat in the caller's hands; empty when none became free in time. */
    Optional<Seat> enter(Duration atMost) throws InterruptedException {
        return free.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS) ? Optional.of(new Seat()) : Optional.empty();
    }

    /** Given back once, however often it is closed. For one thread at a time. */
    final class Seat implements AutoCloseable {
        private boolean taken = true;

        private Seat() {}

        /** The same seat for another to close; closing this one does nothing any more. */
        Seat handOver() {
            taken = false;
            return new Seat();
        }

        @Override
        public void close() {
            if (taken) {
                taken = false;
                free.release();
            }
        }
    }
}
