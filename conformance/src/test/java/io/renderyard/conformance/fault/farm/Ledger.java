package io.renderyard.conformance.fault.farm;

import static org.awaitility.Awaitility.await;

import io.renderyard.db.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.Collection;
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

    /** The number of the newest attempt. */
    public int attempt(UUID job) {
        return jdbc.sql("select attempt from job where id = :job")
                .param("job", job)
                .query(Integer.class)
                .single();
    }
}
