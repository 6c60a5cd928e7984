package io.renderyard.kernel.batch;

import io.renderyard.kernel.job.Webhook;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a batch's events are delivered.
 *
 * @param every time between two digests; null for the other kinds
 */
public record BatchWebhook(
        Webhook endpoint, On on, @Nullable Duration every) {
    /** What is told. */
    public enum On {
        /** The end of each item, and the end of the batch. */
        ITEM,
        /** The end of the batch alone. */
        BATCH,
        /** From time to time what ended since the last one, and the end of the batch. */
        DIGEST
    }

    public BatchWebhook {
        if ((on == On.DIGEST) != (every != null)) {
            throw new IllegalArgumentException("exactly a digest has a time between two of them");
        }
    }
}
