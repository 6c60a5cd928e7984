package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.job.BatchId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Batches, newest first.
 *
 * @param nextCursor to be sent back as {@code cursor} for the page after this one; missing on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchPage(List<BatchView> batches, @Nullable String nextCursor) {
    public static final int SIZE = 50;

    /** @param found up to one more than {@link #SIZE}, which shows that there is another page */
    public static BatchPage of(List<Batch> found, ApiLinks links, Instant now) {
        List<Batch> shown = found.subList(0, Math.min(found.size(), SIZE));
        String next = found.size() > SIZE ? Cursor.of(shown.getLast().id()) : null;
        return new BatchPage(
                shown.stream().map(batch -> BatchView.of(batch, links, now)).toList(), next);
    }

    /** The batch after which the page begins; empty when the text is no cursor of ours. */
    public static Optional<BatchId> readCursor(String cursor) {
        return Cursor.read(cursor).flatMap(BatchId::parse);
    }
}
