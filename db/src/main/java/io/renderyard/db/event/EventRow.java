package io.renderyard.db.event;

import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Read only: the row is written by the statement that ends the job. */
@Entity
@Immutable
@Table(name = "event")
@SuppressWarnings("NullAway.Init") // filled by JPA
class EventRow {
    @Id
    UUID id;

    UUID tenantId;
    UUID jobId;

    @Enumerated(EnumType.STRING)
    EventType type;

    Instant occurredAt;

    @Nullable
    Instant fannedOutAt;

    protected EventRow() {}

    Event event() {
        return new Event(new EventId(id), new TenantId(tenantId), new JobId(jobId), type, occurredAt);
    }
}
