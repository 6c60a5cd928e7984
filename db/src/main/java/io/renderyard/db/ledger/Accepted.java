package io.renderyard.db.ledger;

import io.renderyard.db.artifact.ArtifactRow;
import io.renderyard.db.outbox.OutboxEntry;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AcceptStatement} wrote.
 *
 * @param ring to be published; null when nobody must be told
 */
record Accepted(Job.Outcome outcome, Instant at, @Nullable OutboxEntry ring) {
    static Accepted read(ResultSet row, int number) throws SQLException {
        boolean warm = JobState.valueOf(row.getString("state")) == JobState.SUCCEEDED;
        return new Accepted(
                warm ? new Job.Succeeded(ArtifactRow.read(row)) : new Job.Queued(timeOrNull(row, "due_at")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ring(row));
    }

    private static @Nullable OutboxEntry ring(ResultSet row) throws SQLException {
        Long ring = row.getObject("ring", Long.class);
        if (ring == null) {
            return null;
        }
        UUID subject = row.getObject("rung_subject", UUID.class);
        String lane = row.getString("rung_lane");
        return new OutboxEntry(
                ring,
                lane == null
                        ? new Ring.EventRecorded(new EventId(subject))
                        : new Ring.JobReady(new JobId(subject), Lane.valueOf(lane)));
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
