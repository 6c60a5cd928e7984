package io.renderyard.db.ledger;

import io.renderyard.kernel.job.JobId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger log = LoggerFactory.getLogger(Followers.class);
    private static final int STEP = 500;

    private static final String SHARE = """
            with ended as (
                update job set state = leader.state, finished_at = now(), artifact_id = leader.artifact_id,
                               failure_code = leader.failure_code, failure_message = leader.failure_message
                from job leader
                where leader.id = :leader and leader.state in ('SUCCEEDED', 'FAILED')
                  and job.id in (select id from job where follows = :leader and state = 'QUEUED'
                                 order by id limit :atMost for update skip locked)
                returning %s),
            %s
            select recorded.job_id, recorded.id as event, rung.id as ring
            from recorded left join rung on rung.subject = recorded.id""".formatted(ManyEnds.RETURNING, ManyEnds.RECORDED);

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
    private final ManyEnds ends;

    Followers(JdbcClient jdbc, ManyEnds ends) {
        this.jdbc = jdbc;
        this.ends = ends;
    }

    /** Moves on whoever follows a job that has ended. Repeatable; what is left when it dies half-way is found by {@link #settleAll}. */
    public void settle(JobId leader) {
        if (share(leader) == 0) {
            inherit(leader);
        }
    }

    private int share(JobId leader) {
        int shared = 0;
        List<ManyEnds.Ended> ended;
        do {
            ended = jdbc.sql(SHARE)
                    .param("leader", leader.value())
                    .param("atMost", STEP)
                    .query((row, number) -> ManyEnds.Ended.read(row))
                    .list();
            ended.forEach(ends::proclaim);
            shared += ended.size();
        } while (ended.size() == STEP);
        return shared;
    }

    /** Does nothing where the leader was not cancelled. */
    private void inherit(JobId leader) {
        try {
            jdbc.sql(INHERIT).param("leader", leader.value()).update();
        } catch (DuplicateKeyException anotherLeadsNow) {
            // Appeared at this very moment; the sweeper comes back to those who still follow the cancelled one.
            log.debug("another job leads in the place of {} already", leader);
        }
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
}
