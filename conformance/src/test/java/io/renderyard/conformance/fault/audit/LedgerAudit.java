package io.renderyard.conformance.fault.audit;

import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.farm.Receiver.Received;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Asks whether the ledger lies: over the database, the folder of artifacts, and what clients and receivers wrote down. */
public final class LedgerAudit {
    /** The limit that workers and sweepers keep, unless they are told another one. */
    private static final int MAX_ATTEMPTS = 3;

    /** What is under way when the last job ends (rings, deliveries, discarding) may take this long and no longer. */
    private static final Duration QUIESCENCE = Duration.ofSeconds(10);

    private final DataSource database;
    private final Evidence evidence;

    private LedgerAudit(DataSource database, Evidence evidence) {
        this.database = database;
        this.evidence = evidence;
    }

    /** @param received null when nobody wrote down which webhooks came */
    public static LedgerAudit of(
            DataSource database, Path artifacts, Collection<UUID> answered, @Nullable Collection<Received> received) {
        return new LedgerAudit(database, new Evidence(artifacts, MAX_ATTEMPTS, answered, received));
    }

    /** @throws AssertionError naming the rules that are still broken when everything should have come to rest */
    public void check() {
        try {
            await().atMost(QUIESCENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .until(this::breaches, List::isEmpty);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    breaches().stream()
                            .map(Breach::toString)
                            .collect(Collectors.joining("\n", "the ledger lies:\n", "")),
                    e);
        }
    }

    /** What is broken now. */
    List<Breach> breaches() {
        // Temporary tables live in their connection.
        try (var connection = database.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            evidence.layOut(jdbc);
            return Rule.all().stream()
                    .flatMap(rule -> breaches(jdbc, rule).stream())
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be audited", e);
        }
    }

    private static List<Breach> breaches(JdbcClient jdbc, Rule rule) {
        return jdbc.sql(rule.breaches()).query(String.class).list().stream()
                .map(what -> new Breach(rule, what))
                .toList();
    }

    /** One row of a query that should have none. */
    record Breach(Rule rule, String what) {
        @Override
        public String toString() {
            return rule + ": " + what;
        }
    }
}
