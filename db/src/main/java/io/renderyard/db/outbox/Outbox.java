package io.renderyard.db.outbox;

import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox table, as the relay sees it. */
@Component
class Outbox {
    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims entries that nobody is publishing, oldest first. A relay that dies with them loses the claim after ten
     * seconds, and another one publishes them.
     */
    List<OutboxEntry> claimAbandoned(int atMost) {
        return jdbc.sql("""
                        update outbox set claimed_until = now() + interval '10 seconds'
                        where id in (select id from outbox where claimed_until < now()
                                     order by id limit :atMost for update skip locked)
                        returning id, subject, lane""").param("atMost", atMost).query(Outbox::entry).list();
    }

    /** Lets anybody claim these at once. */
    void giveBack(Collection<Long> ids) {
        jdbc.sql("update outbox set claimed_until = now() - interval '1 second' where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Forgets entries that are known to be held by the doorbell. */
    void forget(Collection<Long> ids) {
        jdbc.sql("delete from outbox where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private static OutboxEntry entry(ResultSet row, int number) throws SQLException {
        UUID subject = row.getObject("subject", UUID.class);
        String lane = row.getString("lane");
        Ring ring = lane == null
                ? new Ring.EventRecorded(new EventId(subject))
                : new Ring.JobReady(new JobId(subject), Lane.valueOf(lane));
        return new OutboxEntry(row.getLong("id"), ring);
    }
}
