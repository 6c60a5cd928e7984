package io.renderyard.db.tenant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What a request begins with, unless its key was just read. Where the network swallows packets it is the one that finds
 * out, so it gives up long before a connection does that may be in the middle of something large.
 */
@Component
class FirstLook {
    private static final int PATIENCE_MILLIS = 2_000;

    private final JdbcTemplate jdbc;

    FirstLook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param sql with one place for the parameter */
    <T> List<T> all(String sql, Object parameter, Reader<T> reader) {
        return jdbc.execute((ConnectionCallback<List<T>>) connection -> {
            // The pool takes it back when the connection is returned.
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            return all(connection, sql, parameter, reader);
        });
    }

    private static <T> List<T> all(Connection connection, String sql, Object parameter, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        }
    }
}
