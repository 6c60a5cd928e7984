package io.renderyard.db.retention;

import io.renderyard.kernel.retention.Retention;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each step finds its rows by an index that holds little else than what is old, so that a step costs the same however
 * large the ledger is. They come as an array, since a planner that is left to join them may rather read all of a table.
 */
@Component
class PostgresRetention implements Retention {
    /** One worker at a time: two that each delete half of what points to an artifact would both find it in use. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('renderyard retention'))";

    /**
     * The condition stands outside once more, for whoever was given the picture while this waited for its row. A follower
     * that nobody has settled yet is going to be given it.
     */
    private static final String EXPIRE = """
            update artifact set expired_at = now()
            where id = any(array(
                         select id from artifact
                         where expired_at is null and kept_since < now() - :age * interval '1 millisecond'
                           and not exists (select from job
                                           where job.follows = artifact.job_id and job.state = 'QUEUED')
                         order by kept_since limit :atMost for update skip locked))
              and expired_at is null and kept_since < now() - :age * interval '1 millisecond'""";

    private static final String KEYS = """
            delete from idempotency
            where ctid = any(array(select ctid from idempotency
                                   where created_at < now() - interval '24 hours'
                                   order by created_at limit :atMost for update skip locked))
              and created_at < now() - interval '24 hours'""";

    private static final String CHARGES = """
            delete from painting
            where job_id = any(array(select job_id from painting
                                     where charged_at < now() - interval '13 months'
                                     order by charged_at limit :atMost for update skip locked))""";

    /** Whose job goes on is left: there are as many as pictures are being painted. */
    private static final String RESERVATIONS = """
            delete from painting
            where job_id = any(array(select job_id from painting
                                     where charged_at is null
                                       and not exists (select from job where job.id = painting.job_id
                                                                         and job.state in ('QUEUED', 'RUNNING'))
                                     order by reserved_at limit :atMost for update skip locked))""";

    private static final String ARTIFACTS = """
            delete from artifact
            where id = any(array(select id from artifact where unused and deleted_at is not null
                                 limit :atMost for update skip locked))""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OldEvents events;
    private final OldJobs jobs;

    PostgresRetention(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = new OldEvents(jdbc);
        this.jobs = new OldJobs(jdbc);
    }

    @Override
    public int expireArtifacts(Duration age) {
        return jdbc.sql(EXPIRE)
                .param("age", age.toMillis())
                .param("atMost", STEP)
                .update();
    }

    @Override
    public int deleteEvents(Duration age) {
        return alone(() -> events.delete(age));
    }

    @Override
    public int deleteJobs(Duration age) {
        return alone(() -> jobs.deleteAlone(age));
    }

    @Override
    public int deleteBatches(Duration age) {
        return alone(() -> jobs.deleteOfBatch(age));
    }

    @Override
    public int deleteKeys() {
        return jdbc.sql(KEYS).param("atMost", STEP).update();
    }

    @Override
    public int deletePaintings() {
        int charges = jdbc.sql(CHARGES).param("atMost", STEP).update();
        return charges > 0
                ? charges
                : jdbc.sql(RESERVATIONS).param("atMost", STEP).update();
    }

    @Override
    public int deleteArtifacts() {
        return jdbc.sql(ARTIFACTS).param("atMost", STEP).update();
    }

    /** Dying in it takes the whole step back. */
    private int alone(IntSupplier step) {
        Integer rows = transaction.execute(
                status -> jdbc.sql(ALONE).query(Boolean.class).single() ? step.getAsInt() : 0);
        return rows == null ? 0 : rows;
    }
}
