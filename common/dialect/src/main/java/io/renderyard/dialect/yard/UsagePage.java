package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.renderyard.kernel.usage.Interval;
import io.renderyard.kernel.usage.RenderCount;
import java.time.Instant;
import java.util.List;

/**
 * How much was drawn.
 *
 * @param interval {@code hour}, {@code day} or {@code month}, of UTC
 * @param since the beginning of the first interval that was asked for
 * @param counts oldest first; intervals in which there was nothing are left out
 */
public record UsagePage(String interval, Instant since, List<Count> counts) {
    /** Of one interval. */
    public record Count(
            @JsonPropertyDescription("Beginning of the interval.")
            Instant from,

            @JsonPropertyDescription("Renders that were accepted: jobs, and each row of a batch.")
            long accepted,

            @JsonPropertyDescription("Renders that succeeded in this interval.")
            long succeeded,

            @JsonPropertyDescription("Renders that failed in this interval.")
            long failed) {}

    public static UsagePage of(Interval interval, Instant since, List<RenderCount> counts) {
        return new UsagePage(
                interval.label(),
                since,
                counts.stream()
                        .map(count -> new Count(count.from(), count.accepted(), count.succeeded(), count.failed()))
                        .toList());
    }
}
