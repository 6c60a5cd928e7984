package io.renderyard.db.ledger;

import io.renderyard.db.change.JobHerald;
import io.renderyard.db.outbox.OutboxEntry;
import io.renderyard.db.outbox.Relay;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that wait for another one of the same content. They end as their leader did; when it was cancelled, which says
 * nothing about them, the first of them is drawn and the others follow that one.
 *
 * <p>A statement of its own, after the one that ended the leader: that one cannot see who began to follow while it
 * waited for the leader's row.
 */
@Component
public class Followers {
    private static final int STEP = 500;

    private static final String SHARE = """
            with ended as (
                update job set state = leader.state, finished_at = now(), artifact_id = leader.artifact_id,
                               failure_code = leader.failure_code, failure_message = leader.failure_message
                from job leader
                where leader.id = :leader and leader.state in ('SUCCEEDED', 'FAILED')
                  and job.id in (select id from job where follows = :leader and state = 'QUEUED'
                                 order by id limit :atMost for update skip locked)
                returning job.id, job.tenant_id, job.batch_id, job.webhook_url, job.state),
            recorded as (
                insert into event (id, tenant_id, job_id, batch_id, type, occurred_at, fanned_out_at)
                select gen_random_uuid(), tenant_id, id, batch_id, 'JOB_' || state, now(),
                       case when webhook_url is null then now() end
                from ended returning id, job_id, fanned_out_at),
            rung as (
                insert into outbox (subject, claimed_until)
                select id, now() + interval '5 seconds' from recorded where fanned_out_at is null
                returning id, subject)
            select recorded.job_id, recorded.id as event, rung.id as ring
            from recorded left join rung on rung.subject = recorded.id""";

    /** Where a newer job of the same content leads by now, they follow that one. Whoever inherits is rung for as one that has become due. */
    private static final String INHERIT = """
            with gone as (
                select tenant_id, spec_hash from job where id = :leader and state = 'CANCELLED'),
            standing as (
                update job set followed = true from gone
                where job.tenant_id = gone.tenant_id and job.spec_hash = gone.spec_hash
                  and job.leads and job.state in ('QUEUED', 'RUNNING')
                returning job.id),
            heir as (
                update job set follows = null, leads = true, followed = true, due_at = now() from gone
                where not exists (select from standing)
                  and job.id = (select id from job where follows = :leader and state = 'QUEUED'
                                order by id limit 1 for update skip locked)
                returning job.id),
            next as (select id from standing union all select id from heir)
            update job set follows = next.id from next
            where job.follows = :leader and job.state = 'QUEUED' and job.id <> next.id""";

    private static final String LEFT_BEHIND = """
            select distinct leader.id from job join job leader on leader.id = job.follows
            where job.follows is not null and job.state = 'QUEUED'
              and leader.finished_at < now() - interval '1 second'
            limit :atMost""";

    private final JdbcClient jdbc;
    private final Relay relay;
    private final JobHerald herald;

    Followers(JdbcClient jdbc, Relay relay, JobHerald herald) {
        this.jdbc = jdbc;
        this.relay = relay;
        this.herald = herald;
    }

    /** Moves on whoever follows a job that has ended. Repeatable; what is left when it dies half-way is found by {@link #settleAll}. */
    void settle(JobId leader) {
        try {
            jdbc.sql(INHERIT).param("leader", leader.value()).update();
        } catch (DuplicateKeyException anotherLeadsNow) {
            // Appeared at this very moment; the sweeper comes back to those who still follow the cancelled one.
            return;
        }
        List<Ended> ended;
        do {
            ended = jdbc.sql(SHARE)
                    .param("leader", leader.value())
                    .param("atMost", STEP)
                    .query(Ended::read)
                    .list();
            ended.forEach(this::proclaim);
        } while (ended.size() == STEP);
    }

    /** Settles those whose leader ended a while ago. */
    public int settleAll() {
        List<JobId> leaders = jdbc.sql(LEFT_BEHIND)
                .param("atMost", STEP)
                .query((row, number) -> new JobId(row.getObject("id", UUID.class)))
                .list();
        leaders.forEach(this::settle);
        return leaders.size();
    }

    private void proclaim(Ended ended) {
        herald.changed(ended.job());
        if (ended.ring() != null) {
            relay.publish(new OutboxEntry(ended.ring(), new Ring.EventRecorded(ended.event())));
        }
    }

    private record Ended(JobId job, EventId event, @Nullable Long ring) {
        static Ended read(ResultSet row, int number) throws SQLException {
            return new Ended(
                    new JobId(row.getObject("job_id", UUID.class)),
                    new EventId(row.getObject("event", UUID.class)),
                    row.getObject("ring", Long.class));
        }
    }
}
