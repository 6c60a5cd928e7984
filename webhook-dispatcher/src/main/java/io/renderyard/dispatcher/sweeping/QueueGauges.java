package io.renderyard.dispatcher.sweeping;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.kernel.job.JobQueueStatus;
import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows how full the lanes are, by the ledger's own count. */
@Component
class QueueGauges {
    private volatile Map<Lane, JobQueueStatus> shown = Map.of();

    QueueGauges(MeterRegistry meters) {
        for (Lane lane : Lane.values()) {
            Gauge.builder("renderyard.jobs.waiting", () -> status(lane).waiting())
                    .description("Jobs that are due and not claimed")
                    .tag("lane", lane.label())
                    .register(meters);
            Gauge.builder(
                            "renderyard.jobs.oldest.waiting",
                            () -> status(lane).oldest().toMillis() / 1_000.0)
                    .description("How long the oldest of them has waited")
                    .baseUnit("seconds")
                    .tag("lane", lane.label())
                    .register(meters);
        }
    }

    void show(List<JobQueueStatus> queues) {
        Map<Lane, JobQueueStatus> fresh = new EnumMap<>(Lane.class);
        queues.forEach(queue -> fresh.put(queue.lane(), queue));
        shown = fresh;
    }

    private JobQueueStatus status(Lane lane) {
        return shown.getOrDefault(lane, new JobQueueStatus(lane, 0, Duration.ZERO));
    }
}
