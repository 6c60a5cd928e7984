package io.renderyard.dialect.yard;

import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.job.Job;
import java.time.Instant;

/**
 * The body of a delivery, in the shape that Standard Webhooks recommends. The same for success, failure and cancel.
 *
 * @param type {@code job.succeeded}, {@code job.failed} or {@code job.cancelled}
 * @param timestamp when it happened
 */
public record EventView(String type, Instant timestamp, JobView data) {
    public static EventView of(Event event, Job job, ApiLinks links) {
        return new EventView(event.type().label(), event.occurredAt(), JobView.of(job, links));
    }
}
