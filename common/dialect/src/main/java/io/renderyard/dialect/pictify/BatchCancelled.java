package io.renderyard.dialect.pictify;

import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.job.Job;
import java.util.List;

/** A batch that was called off; section 10.3. */
public record BatchCancelled(
        String batchId,
        String id,
        String status,
        String message,
        int totalCount,
        int completedCount,
        int failedCount,
        int cancelledCount) {
    public static BatchCancelled of(Batch batch, List<Job> items) {
        SetTally sets = SetTally.of(items);
        return new BatchCancelled(
                batch.id().toString(),
                batch.id().toString(),
                "cancelled",
                "The batch was called off. What was finished keeps its address.",
                sets.total(),
                sets.completed(),
                sets.failed(),
                sets.total() - sets.completed() - sets.failed());
    }
}
