package io.renderyard.db.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tries again every quarter of a second while the database is away. The pool above it would wait twice as long after each
 * failure, up to five seconds, and so be blind for that long after the database is back. Those who wait for a connection
 * of the pool have a bound of their own.
 */
final class PatientDataSource extends DelegatingDataSource {
    private static final Logger log = LoggerFactory.getLogger(PatientDataSource.class);

    private final Duration gap;
    private final Duration patience;

    /** @param patience when that is over, the pool gets to know what was wrong the last time */
    PatientDataSource(DataSource database, Duration gap, Duration patience) {
        super(database);
        this.gap = gap;
        this.patience = patience;
    }

    private interface Asking {
        Connection ask() throws SQLException;
    }

    /** @throws SQLException when patience is over, or when the thread is interrupted, which is still set then */
    @Override
    public Connection getConnection() throws SQLException {
        return asked(super::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return asked(() -> super.getConnection(username, password));
    }

    private Connection asked(Asking asking) throws SQLException {
        long began = System.nanoTime();
        for (boolean first = true; ; first = false) {
            try {
                return asking.ask();
            } catch (SQLException e) {
                if (System.nanoTime() - began >= patience.toNanos()
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                if (first) {
                    log.warn("The database gives no connection, and is asked again and again: {}", e.getMessage());
                }
                LockSupport.parkNanos(gap.toNanos());
            }
        }
    }
}
