package io.renderyard.db.ledger;

import io.renderyard.db.Timestamps;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AcceptStatement} wrote.
 *
 * @param ring to be published; null when nobody must be told
 */
record Accepted(
        JobId job,
        Job.Outcome outcome,
        Instant at,
        @Nullable OutboxEntry ring) {
    static Accepted read(ResultSet row, int number) throws SQLException {
        boolean warm = JobState.valueOf(row.getString("state")) == JobState.SUCCEEDED;
        return new Accepted(
                new JobId(row.getObject("job", UUID.class)),
                warm ? new Job.Succeeded(ArtifactRow.read(row)) : new Job.Queued(Timestamps.readOrNull(row, "due_at")),
                Timestamps.read(row, "created_at"),
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
}
