package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.job.Job;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a batch stands, and what has come of it; section 10.2.
 *
 * @param progress percent
 * @param totalItems sets of values
 * @param completedItems sets that are there in all their layouts
 * @param results what succeeded; all that was asked for, where the query names a status
 * @param pagination of results and errors together; on the one page there is, where the query names none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchResults(
        String batchId,
        String status,
        int progress,
        int totalItems,
        int completedItems,
        int failedItems,
        List<BatchEntry> results,
        List<BatchEntry> errors,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String completedAt,
        Head batch,
        Pages pagination) {
    private static final int ALL = 100;

    /** The batch in the vendor's older words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Head(
            String id,
            @Nullable String templateUid,
            String status,
            int totalCount,
            int completedCount,
            int failedCount,
            int cancelledCount,
            String createdAt,
            @Nullable String completedAt) {}

    /** @param items all of the batch, in the order of their rows */
    public static BatchResults of(Batch batch, List<Job> items, BatchQuery query, ApiLinks links) {
        List<BatchEntry> asked = BatchEntry.of(batch.metadata(), items, links).stream()
                .filter(query::wants)
                .toList();
        List<BatchEntry> shown = query.cut(asked);
        boolean filtered = query.status() != null;
        SetTally sets = SetTally.of(items);
        String status = status(batch);
        String created = Times.of(batch.createdAt());
        String completed = time(batch.finishedAt());
        return new BatchResults(
                batch.id().toString(),
                status,
                progress(batch),
                sets.total(),
                sets.completed(),
                sets.failed(),
                filtered ? shown : shown.stream().filter(BatchEntry::success).toList(),
                filtered
                        ? List.of()
                        : shown.stream().filter(entry -> !entry.success()).toList(),
                created,
                time(batch.startedAt()),
                completed,
                new Head(
                        batch.id().toString(),
                        batch.metadata().get(SubscriptionFacts.TEMPLATE),
                        status,
                        sets.total(),
                        sets.completed(),
                        sets.failed(),
                        sets.cancelled(),
                        created,
                        completed),
                query.pages(asked.size()));
    }

    static String status(Batch batch) {
        return batch.state().name().toLowerCase(Locale.ROOT);
    }

    /** Does not say that all is done before it is. */
    private static int progress(Batch batch) {
        return batch.state().isTerminal()
                ? ALL
                : Math.min(ALL - 1, ALL * batch.tally().ended() / batch.tally().total());
    }

    private static @Nullable String time(@Nullable Instant moment) {
        return moment == null ? null : Times.of(moment);
    }
}
