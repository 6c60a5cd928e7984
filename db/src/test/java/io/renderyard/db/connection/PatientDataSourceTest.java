package io.renderyard.db.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class PatientDataSourceTest {
    private static final Duration GAP = Duration.ofMillis(1);

    private final Connection connection = (Connection) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> null);
    private final AtomicInteger asked = new AtomicInteger();

    /** Gives a connection when it is asked for the third time. */
    private final class Away extends AbstractDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            if (asked.incrementAndGet() < 3) {
                throw new SQLException("refused");
            }
            return connection;
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }

    @Test
    void whoIsAwayIsAskedAgain() throws Exception {
        assertThat(new PatientDataSource(new Away(), GAP, Duration.ofMinutes(1)).getConnection())
                .isSameAs(connection);
        assertThat(asked).hasValue(3);
    }

    @Test
    void patienceEnds() {
        PatientDataSource impatient = new PatientDataSource(new Away(), GAP, Duration.ZERO);

        assertThatThrownBy(impatient::getConnection).hasMessage("refused");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aPoolThatStopsIsNotHeldUp() {
        PatientDataSource patient = new PatientDataSource(new Away(), GAP, Duration.ofMinutes(1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(patient::getConnection).hasMessage("refused");
        assertThat(Thread.interrupted()).isTrue();
    }
}
