package io.renderyard.db.event;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** An event's row. What tells of a job is the job's, also when the job is an item of a batch. */
final class EventRow {
    static final String COLUMNS =
            "event.id, event.tenant_id, event.number, event.job_id, event.batch_id, event.type, event.occurred_at";

    private EventRow() {}

    static Event read(ResultSet row) throws SQLException {
        UUID job = row.getObject("job_id", UUID.class);
        return new Event(
                new EventId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                job == null
                        ? new Event.OfBatch(new BatchId(row.getObject("batch_id", UUID.class)))
                        : new Event.OfJob(new JobId(job)),
                EventType.valueOf(row.getString("type")),
                Timestamps.read(row, "occurred_at"),
                row.getObject("number", Long.class));
    }
}
