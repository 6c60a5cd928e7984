package io.renderyard.db.ledger;

import io.renderyard.db.change.JobHerald;
import io.renderyard.db.outbox.OutboxEntry;
import io.renderyard.db.outbox.Relay;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What belongs to a statement that ends several jobs at once: their events and rings, written with their states, and
 * what is said of them after the commit. Whoever dies before that leaves the rings in the outbox.
 */
@Component
public class ManyEnds {
    /** What the first part, named {@code ended}, returns of {@code job}. */
    public static final String RETURNING = "job.id, job.tenant_id, job.batch_id, job.webhook_url, job.state";

    /** The parts that follow on {@code ended}. */
    public static final String RECORDED = """
            recorded as (
                insert into event (id, tenant_id, job_id, batch_id, type, occurred_at, fanned_out_at)
                select gen_random_uuid(), tenant_id, id, batch_id, 'JOB_' || state, now(),
                       case when %s then now() end
                from ended returning id, job_id, fanned_out_at),
            rung as (
                insert into outbox (subject, claimed_until)
                select id, now() + interval '5 seconds' from recorded where fanned_out_at is null
                returning id, subject)
            """.formatted(Audience.none("ended"));

    private final Relay relay;
    private final JobHerald herald;

    ManyEnds(Relay relay, JobHerald herald) {
        this.relay = relay;
        this.herald = herald;
    }

    public void proclaim(Ended ended) {
        herald.changed(ended.job());
        publish(ended);
    }

    /** As {@link #proclaim}, when somebody may be at work on it. */
    public void withdraw(Ended ended) {
        herald.withdrawn(ended.job());
        publish(ended);
    }

    private void publish(Ended ended) {
        if (ended.ring() != null) {
            relay.publish(new OutboxEntry(ended.ring(), new Ring.EventRecorded(ended.event())));
        }
    }

    /** @param ring of its event; null when nobody must be told */
    public record Ended(JobId job, EventId event, @Nullable Long ring) {
        /** Reads {@code job_id}, {@code event} and {@code ring}. */
        public static Ended read(ResultSet row) throws SQLException {
            return new Ended(
                    new JobId(row.getObject("job_id", UUID.class)),
                    new EventId(row.getObject("event", UUID.class)),
                    row.getObject("ring", Long.class));
        }
    }
}
