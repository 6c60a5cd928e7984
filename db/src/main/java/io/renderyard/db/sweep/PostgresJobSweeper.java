package io.renderyard.db.sweep;

import io.renderyard.db.LedgerSettings;
import io.renderyard.db.ledger.Followers;
import io.renderyard.db.ledger.Turn;
import io.renderyard.db.outbox.Relay;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobQueueStatus;
import io.renderyard.kernel.job.JobSweeper;
import io.renderyard.kernel.job.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rings by way of the outbox: state and ring change together, and the relay, told so, does the rest. Rows are taken with
 * skip locked, so any number of sweepers may run.
 */
@Component
class PostgresJobSweeper implements JobSweeper {
    private static final Logger log = LoggerFactory.getLogger(PostgresJobSweeper.class);
    private static final int BATCH = 500;

    /** More than other chores take at once: after a broker has lost everything, all that waits is rung for anew. */
    private static final int RINGS = 5_000;

    private static final String OWE = """
            insert into outbox (subject, lane, claimed_until)
            select id, lane, now() - interval '1 second' from ringing""";

    private static final String RING_FOR_DUE = """
            with due as (
                select id, lane, tenant_id, due_at from job
                where state = 'QUEUED' and turn is null and due_at <= now()
                order by due_at limit :atMost for update skip locked),
            placed as (
                select id, %s + row_number() over (partition by lane, tenant_id order by due_at) as turn from due),
            ringing as (
                update job set turn = placed.turn, rung_at = now() from placed
                where job.id = placed.id returning job.id, job.lane)
            """.formatted(Turn.last("due.lane", "due.tenant_id")) + OWE;

    private static final String RING_AGAIN = """
            with about as (
                select (select count(*) from job where lane = :lane and turn is not null)
                       - :unheard - (select count(*) from outbox where lane = :lane) as missing),
            ringing as (
                update job set rung_at = now()
                where id in (select id from job
                             where lane = :lane and turn is not null
                               and rung_at < now() - :silence * interval '1 millisecond'
                             order by turn, id
                             limit (select greatest(0, least(missing, :atMost)) from about) for update skip locked)
                returning id, lane)
            """ + OWE;

    private final JdbcClient jdbc;
    private final AttemptLedger attempts;
    private final Followers followers;
    private final Relay relay;
    private final Duration reringAfter;

    PostgresJobSweeper(
            JdbcClient jdbc, AttemptLedger attempts, Followers followers, Relay relay, LedgerSettings settings) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.followers = followers;
        this.relay = relay;
        this.reringAfter = settings.reringAfter();
    }

    @Override
    public int reclaimLostLeases() {
        List<Lost> lost = jdbc.sql("""
                        select id, attempt, worker from job
                        where state = 'RUNNING' and lease_until < now() order by lease_until limit :atMost""").param("atMost", BATCH).query(Lost::read).list();
        for (Lost lease : lost) {
            Failure failure = new Failure(
                    FailureCode.WORKER_LOST,
                    "The worker that drew this picture vanished; nothing is wrong with the job.");
            if (attempts.fail(lease.attempt(), failure)) {
                log.warn("{} fell silent; attempt {} counts as lost", lease.worker(), lease.attempt());
            }
        }
        return lost.size();
    }

    @Override
    public int ringForDue() {
        return relayed(jdbc.sql(RING_FOR_DUE).param("atMost", BATCH).update());
    }

    @Override
    public int ringAgain(Lane lane, long unheard) {
        return relayed(jdbc.sql(RING_AGAIN)
                .param("lane", lane.name())
                .param("unheard", unheard)
                .param("silence", reringAfter.toMillis())
                .param("atMost", RINGS)
                .update());
    }

    private int relayed(int rings) {
        if (rings > 0) {
            relay.sweepNow();
        }
        return rings;
    }

    @Override
    public int settleFollowers() {
        return followers.settleAll();
    }

    @Override
    public List<JobQueueStatus> queues() {
        return jdbc.sql("""
                        select lane, count(*) as waiting, extract(epoch from now() - min(due_at)) as oldest
                        from job where turn is not null group by lane""")
                .query((row, number) -> new JobQueueStatus(
                        Lane.valueOf(row.getString("lane")), row.getLong("waiting"), Duration.ofMillis((long)
                                (row.getDouble("oldest") * 1_000))))
                .list();
    }

    private record Lost(Attempt attempt, String worker) {
        static Lost read(ResultSet row, int number) throws SQLException {
            Attempt attempt = new Attempt(new JobId(row.getObject("id", UUID.class)), row.getInt("attempt"));
            return new Lost(attempt, row.getString("worker"));
        }
    }
}
