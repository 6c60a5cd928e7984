package io.renderyard.kernel.event;

import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;

/** A terminal event: at most one per job, written by the transaction that ended it. */
public record Event(EventId id, TenantId tenant, JobId job, EventType type, Instant occurredAt) {}
