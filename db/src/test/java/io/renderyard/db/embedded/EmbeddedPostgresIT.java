package io.renderyard.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    /** JUnit's folder is closed to others, so as root every test here also crosses a closed door. */
    @BeforeEach
    void nameTheFolder() {
        folder = temporary.resolve("a yard's data/postgres");
    }

    @Test
    void dataOutliveAStopAndAStart() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            execute(postgres, "CREATE TABLE kept (word text)");
            execute(postgres, "INSERT INTO kept VALUES ('日本')");
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SELECT word FROM kept")).isEqualTo("日本");
        }
    }

    @Test
    void theServerIsSafeAndSpeaksUtf8() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(query(postgres, "SHOW data_checksums")).isEqualTo("on");
            assertThat(query(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "SELECT upper('é')")).isEqualTo("É");
            assertThat(query(
                            postgres,
                            "SELECT concat(datlocprovider, datlocale) FROM pg_database WHERE datname = 'renderyard'"))
                    .isEqualTo("bC.UTF-8");
            assertThat(postgres.password().toString())
                    .doesNotContain(postgres.password().reveal());
        }
    }

    @Test
    void thePasswordIsAskedForAndKeptPrivate() throws IOException {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            var wrong = new Properties();
            wrong.setProperty("user", postgres.username());
            wrong.setProperty("password", "wrong");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), wrong)
                            .close())
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theServerNeverRunsAsRoot() throws IOException {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Files.getAttribute(Path.of("/proc/" + postgres.pid()), "unix:uid"))
                    .isNotEqualTo(0);
        }
    }

    @Test
    void closingEndsTheProcess() {
        var postgres = EmbeddedPostgres.start(folder);
        postgres.close();
        assertThat(ProcessHandle.of(postgres.pid())).isEmpty();
        assertThat(folder.resolve("server/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void theSecondOwnerOfAFolderIsRefused() {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("already runs");
            assertThat(ProcessHandle.of(postgres.pid())).isPresent();
        }
    }

    @Test
    void dataOfAnotherMajorVersionAreRefused() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Files.writeString(folder.resolve("server/data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("18");
    }

    @Test
    void aMissingPasswordIsNamed() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Files.delete(folder.resolve("password"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).hasMessageContaining("password file");
    }

    @Test
    void whatAKillLeftHalfMadeIsRepaired() throws Exception {
        Files.createDirectories(folder.resolve("server/data.new/base"));
        Files.createDirectories(folder.resolve("server/postgresql-0.new/bin"));
        Files.writeString(folder.resolve("server/password.new"), "old");
        Files.writeString(folder.resolve("password"), "of a cluster that never was");
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("server/data.new")).doesNotExist();
        assertThat(folder.resolve("server/postgresql-0.new")).doesNotExist();
        assertThat(folder.resolve("server/password.new")).doesNotExist();
    }

    @Test
    void aTakenPortIsPassedOver() throws Exception {
        try (var first = EmbeddedPostgres.start(folder)) {
            var ports = new ScriptedPorts(first.port(), first.port(), freshPort(first.port()));
            try (var second = EmbeddedPostgres.start(temporary.resolve("second"), ports)) {
                assertThat(second.port()).isNotEqualTo(first.port());
                assertThat(query(second, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void thePortIsTheSameAfterARestart() {
        int port;
        try (var postgres = EmbeddedPostgres.start(folder)) {
            port = postgres.port();
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.port()).isEqualTo(port);
        }
    }

    @Test
    void aPidFileOfAnotherProcessIsNoHindrance() throws Exception {
        EmbeddedPostgres.start(folder).close();
        Files.writeString(
                folder.resolve("server/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder + "\n0\n15999\n\n127.0.0.1\n0 0\nready\n");
        String port = Files.readString(folder.resolve("port")).strip();
        Files.writeString(
                folder.resolve("server/data/.s.PGSQL." + port + ".lock"),
                ProcessHandle.current().pid() + "\n");
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerWhoseMainProcessWasKilledIsRecovered() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 7 AS number");
            Command.signal(postgres.pid(), "KILL");
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> ProcessHandle.of(postgres.pid()).isEmpty());
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SELECT number FROM kept")).isEqualTo("7");
        }
    }

    private static int freshPort(int taken) {
        return taken < 31_000 ? taken + 517 : taken - 517;
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }

    static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password().reveal());
    }

    /** Gives the ports it was told, in order. */
    private static final class ScriptedPorts implements RandomGenerator {
        private final int[] ports;
        private int next;

        ScriptedPorts(int... ports) {
            this.ports = ports;
        }

        @Override
        public int nextInt(int origin, int bound) {
            return ports[next++];
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("ports only");
        }
    }
}
