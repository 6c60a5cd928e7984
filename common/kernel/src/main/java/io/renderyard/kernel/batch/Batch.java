package io.renderyard.kernel.batch;

import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch as the ledger knows it at one moment.
 *
 * @param paused true when nothing is admitted until it is resumed; what is in flight ends
 * @param startedAt when its first item was admitted
 * @param finishedAt when its last item had ended; a cancelled batch is over before that
 */
public record Batch(
        BatchId id,
        TenantId tenant,
        BatchState state,
        boolean paused,
        Priority priority,
        int concurrency,
        Tally tally,
        Map<String, String> metadata,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String cancelReason) {
    public Batch {
        metadata = Map.copyOf(metadata);
    }
}
