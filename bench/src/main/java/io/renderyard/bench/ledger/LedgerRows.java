package io.renderyard.bench.ledger;

import io.renderyard.bench.BenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The ledger from behind: fills it, and looks when jobs have ended. On one connection, for one thread. */
final class LedgerRows implements AutoCloseable {
    private static final String FILL = "fill.sql";

    private final Connection connection;
    private int filled;
    private String since = "";

    private LedgerRows(Connection connection) {
        this.connection = connection;
    }

    /** @param told environment of the farm's processes */
    static LedgerRows of(Map<String, String> told) throws BenchException {
        try {
            return new LedgerRows(DriverManager.getConnection(
                    told.get("SPRING_DATASOURCE_URL"),
                    told.get("SPRING_DATASOURCE_USERNAME"),
                    told.get("SPRING_DATASOURCE_PASSWORD")));
        } catch (SQLException e) {
            throw failed("reached", e);
        }
    }

    /** Adds finished jobs until it is so many, and leaves the table in the state that time would bring. */
    void fill(int finished) throws BenchException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set renderyard.first = " + (filled + 1));
            statement.execute("set renderyard.latest = " + finished);
            connection.setAutoCommit(false);
            statement.execute(script());
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
            filled = Math.max(filled, finished);
        } catch (SQLException e) {
            throw failed("filled", e);
        }
    }

    private static String script() throws BenchException {
        try (InputStream script = LedgerRows.class.getResourceAsStream(FILL)) {
            if (script == null) {
                throw new BenchException("The script " + FILL + " is missing from the bench's jar; build it again.");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchException("The script " + FILL + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What is measured begins now, by the ledger's clock. */
    void mark() throws BenchException {
        since = text("select clock_timestamp()::text");
    }

    /** Asked by what the ledger has indexes for: looking at all jobs ten times a second would be the costliest work. */
    boolean anyOpen() throws BenchException {
        return text("select exists (select from job where turn is not null)"
                        + " or exists (select from job where state = 'RUNNING')"
                        + " or exists (select from batch where finished_at is null)")
                .equals("t");
    }

    /**
     * What came of the jobs since the mark.
     *
     * @param seconds from the first that was accepted to the end of the last
     * @param drawing from the first that was claimed to the end of the last
     */
    record Outcome(int succeeded, double seconds, double drawing) {}

    Outcome outcome() throws BenchException {
        String sql = """
                select count(*) filter (where state = 'SUCCEEDED'),
                       extract(epoch from max(finished_at) - min(created_at)),
                       extract(epoch from max(finished_at) - min(started_at))
                from job where created_at >= ?::timestamptz""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, since);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Outcome(row.getInt(1), row.getDouble(2), row.getDouble(3));
            }
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    private String text(String sql) throws BenchException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    private static BenchException failed(String what, SQLException e) {
        return new BenchException("The farm's ledger cannot be " + what + ": " + e.getMessage(), e);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
