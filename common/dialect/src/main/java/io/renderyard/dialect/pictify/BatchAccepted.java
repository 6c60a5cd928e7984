package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.batch.Batch;
import java.util.Map;

/**
 * A batch that was accepted; section 10.1. Its id and its number of sets are there in each of the vendor's spellings.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchAccepted(
        String batchId,
        String id,
        String jobId,
        String templateUid,
        String status,
        int totalItems,
        int totalCount,
        int completedCount,
        int failedCount,
        String message,
        String createdAt) {
    /** As it was when it was accepted, also when the client repeats its request. */
    public static BatchAccepted of(Batch batch) {
        Map<String, String> notes = batch.metadata();
        int sets = BatchNotes.sets(batch);
        String id = batch.id().toString();
        return new BatchAccepted(
                id,
                id,
                id,
                notes.getOrDefault(SubscriptionFacts.TEMPLATE, ""),
                "pending",
                sets,
                sets,
                0,
                0,
                "The batch is accepted: %,d %s. Ask for /templates/batch/%s/results."
                        .formatted(sets, sets == 1 ? "item" : "items", id),
                Times.of(batch.createdAt()));
    }
}
