package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
        String id,

        @JsonPropertyDescription("pending, processing, completed, partial, failed or cancelled.")
        String state,

        @JsonPropertyDescription("True while no further items are admitted.")
        boolean paused,

        String priority,
        int concurrency,
        Totals totals,

        @JsonPropertyDescription("The part of its items that have ended: 0 to 1.")
        double progress,

        @Nullable @JsonPropertyDescription("Items that ended, per second since the first one was admitted.")
        Double rate,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Nullable @JsonPropertyDescription("While it goes on, at the rate so far.")
        Instant estimatedEndAt,

        @Nullable String cancelReason,
        Map<String, String> metadata,
        Links links) {

    /**
     * What became of the items.
     *
     * @param waiting not admitted yet
     * @param queued admitted, and not being drawn yet
     */
    public record Totals(int items, int waiting, int queued, int running, int succeeded, int failed, int cancelled) {
        static Totals of(Tally tally) {
            return new Totals(
                    tally.total(),
                    tally.waiting(),
                    tally.queued(),
                    tally.running(),
                    tally.succeeded(),
                    tally.failed(),
                    tally.cancelled());
        }
    }

    /** Where to go on. */
    public record Links(String self, String items, String manifest, String archive, String events) {}

    /** @param now for what is reckoned from the time that has passed */
    public static BatchView of(Batch batch, ApiLinks links, Instant now) {
        Tally tally = batch.tally();
        Double rate = rate(batch, now);
        String self = links.batch(batch.id());
        return new BatchView(
                batch.id().toString(),
                Violations.label(batch.state()),
                batch.paused(),
                Violations.label(batch.priority()),
                batch.concurrency(),
                Totals.of(tally),
                tally.total() == 0 ? 1 : rounded((double) tally.ended() / tally.total()),
                rate,
                batch.createdAt(),
                batch.startedAt(),
                batch.finishedAt(),
                estimate(batch, rate, now),
                batch.cancelReason(),
                batch.metadata(),
                new Links(self, self + "/items", self + "/manifest", self + "/archive", self + "/events"));
    }

    private static @Nullable Double rate(Batch batch, Instant now) {
        Instant start = batch.startedAt();
        if (start == null) {
            return null;
        }
        Instant end = batch.finishedAt() == null ? now : batch.finishedAt();
        double seconds = Duration.between(start, end).toMillis() / 1_000.0;
        return seconds <= 0 ? null : rounded(batch.tally().ended() / seconds);
    }

    private static @Nullable Instant estimate(Batch batch, @Nullable Double rate, Instant now) {
        boolean goesOn = !batch.state().isTerminal() && !batch.paused();
        if (!goesOn || rate == null || rate == 0) {
            return null;
        }
        int left = batch.tally().total() - batch.tally().ended();
        return now.plusMillis(Math.round(left / rate * 1_000));
    }

    private static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
