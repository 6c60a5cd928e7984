package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.DigestReader;
import io.renderyard.kernel.event.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a delivery that tells of a batch, in the shape of {@link EventView}.
 *
 * @param type {@code batch.completed}, {@code batch.partial}, {@code batch.failed}, {@code batch.cancelled} or
 *     {@code batch.progress}
 * @param timestamp when it happened
 */
public record BatchEventView(String type, Instant timestamp, Data data) {
    /** The batch, as it is when the body is written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
            @JsonUnwrapped BatchView batch,

            @Nullable @JsonPropertyDescription("Of batch.progress: what ended since the one before, in its order.")
            List<Ended> ended) {}

    /** @param row of the upload, from 1 */
    public record Ended(int row, String state, String jobId) {
        static Ended of(DigestReader.Ended item) {
            return new Ended(
                    item.row(), Violations.label(item.state()), item.job().toString());
        }
    }

    /** A batch's end. */
    public static BatchEventView of(Event event, Batch batch, ApiLinks links) {
        return of(event, batch, null, links);
    }

    /** @param ends what the digest tells of */
    public static BatchEventView digest(Event event, Batch batch, List<DigestReader.Ended> ends, ApiLinks links) {
        return of(event, batch, ends.stream().map(Ended::of).toList(), links);
    }

    private static BatchEventView of(Event event, Batch batch, @Nullable List<Ended> ended, ApiLinks links) {
        return new BatchEventView(
                event.type().label(),
                event.occurredAt(),
                new Data(BatchView.of(batch, links, event.occurredAt()), ended));
    }
}
