package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Events in the order of their numbers.
 *
 * @param next to be sent back as {@code after} for what comes then
 * @param more true when there is more by now
 */
public record EventPage(List<Entry> events, long next, boolean more) {
    /**
     * An event.
     *
     * @param number 1, 2, 3 and so on, without gaps
     * @param id the same as in the header {@code webhook-id} of its delivery
     */
    public record Entry(long number, String id, String type, Instant timestamp, Subject data) {
        static Entry of(Event event, ApiLinks links) {
            return new Entry(
                    Objects.requireNonNull(event.number(), "an event of the feed has a number"),
                    event.id().toString(),
                    event.type().label(),
                    event.occurredAt(),
                    switch (event.subject()) {
                        case Event.OfJob(JobId job) -> new Subject(job.toString(), links.job(job));
                        case Event.OfBatch(BatchId batch) -> new Subject(batch.toString(), links.batch(batch));
                    });
        }
    }

    /** What it happened to. */
    public record Subject(
            @JsonPropertyDescription("Of the job or batch.") String id,
            @JsonPropertyDescription("Where it is read.") String url) {}

    /**
     * A page.
     *
     * @param found up to one more than {@code size}, which shows that there is more
     * @param after what was asked for
     */
    public static EventPage of(List<Event> found, int size, long after, ApiLinks links) {
        List<Entry> shown =
                found.stream().limit(size).map(event -> Entry.of(event, links)).toList();
        return new EventPage(shown, shown.isEmpty() ? after : shown.getLast().number(), found.size() > size);
    }
}
