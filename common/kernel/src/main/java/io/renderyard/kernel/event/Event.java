package io.renderyard.kernel.event;

import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened for good. A job has at most one, written by the transaction that ended it.
 *
 * @param number its place in its tenant's ledger, from 1 without gaps; null for the moment until it is given
 */
public record Event(
        EventId id,
        TenantId tenant,
        Subject subject,
        EventType type,
        Instant occurredAt,
        @Nullable Long number) {
    /** What it happened to. */
    public sealed interface Subject {}

    public record OfJob(JobId job) implements Subject {}

    public record OfBatch(BatchId batch) implements Subject {}
}
