package io.renderyard.db.batch;

import io.renderyard.db.ledger.ManyEnds;
import io.renderyard.db.outbox.OutboxEntry;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What {@link AdmitStatement} did with one item. */
sealed interface Admitted {
    /** Its picture was there. */
    record Ended(ManyEnds.Ended end) implements Admitted {}

    /** May be claimed. */
    record Ready(OutboxEntry ring) implements Admitted {}

    /** Waits for another job of the same picture. */
    record Following() implements Admitted {}

    static Admitted read(ResultSet row, int number) throws SQLException {
        if (row.getObject("event") != null) {
            return new Ended(ManyEnds.Ended.read(row));
        }
        String lane = row.getString("lane");
        return lane == null
                ? new Following()
                : new Ready(new OutboxEntry(
                        row.getLong("ring"),
                        new Ring.JobReady(new JobId(row.getObject("job_id", UUID.class)), Lane.valueOf(lane))));
    }
}
