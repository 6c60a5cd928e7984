package io.renderyard.conformance.fault.farm;

import static org.awaitility.Awaitility.await;

import io.renderyard.db.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a test may read of a farm's database, past all code of the farm. */
public final class Ledger {
    private static final String NOT_ENDED = "select count(*) from job where state in ('QUEUED', 'RUNNING')";

    private final DataSource database;
    private final JdbcClient jdbc;

    Ledger(EmbeddedPostgres server) {
        database = new DriverManagerDataSource(
                server.jdbcUrl(), server.username(), server.password().reveal());
        jdbc = JdbcClient.create(database);
    }

    public DataSource database() {
        return database;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Nothing is due, running or waiting any more. */
    public void awaitAllEnded(Duration atMost) {
        await("all jobs have ended")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> count(NOT_ENDED) == 0);
    }

    public long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    public long succeeded(Collection<UUID> jobs) {
        return jdbc.sql("select count(*) from job where state = 'SUCCEEDED' and id = any(:jobs)")
                .param("jobs", jobs.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    /** Ends and events beyond the one of each job. */
    public long duplicates() {
        return count("""
                select (select count(*) - count(distinct job_id) from attempt where outcome = 'SUCCEEDED')
                     + (select count(job_id) - count(distinct job_id) from event)""");
    }

    /** How the attempts of a job ended, in their order. */
    public List<String> attempts(UUID job) {
        return jdbc.sql("select coalesce(outcome, 'OPEN') from attempt where job_id = :job order by number")
                .param("job", job)
                .query(String.class)
                .list();
    }

    /** When an attempt began, by the database's clock. */
    public Instant started(UUID job, int attempt) {
        return jdbc.sql("select started_at from attempt where job_id = :job and number = :attempt")
                .param("job", job)
                .param("attempt", attempt)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The longest time from the giving back of an attempt to the beginning of the next one. */
    public Duration longestHandOver() {
        return Duration.ofMillis(count("""
                select coalesce(max(extract(epoch from next.started_at - given.ended_at) * 1000), 0)::bigint
                from attempt given join attempt next on next.job_id = given.job_id and next.number = given.number + 1
                where given.outcome = 'RELEASED'"""));
    }

    /** How many attempts these workers began after a time. */
    public long claims(List<String> workers, Instant after) {
        return jdbc.sql("select count(*) from attempt where worker = any(:workers) and started_at > :after")
                .param("workers", workers.toArray(String[]::new))
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
