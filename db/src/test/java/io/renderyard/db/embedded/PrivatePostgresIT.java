package io.renderyard.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivatePostgresIT {
    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatWeStarted() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                var _ = process.destroyForcibly();
            }
        }
    }

    @Test
    void sigtermStopsItAndTakesTheConnectionAway() throws Exception {
        Process process = launch();
        Properties connection = connection();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("connection.env"))))
                .isEqualTo("rw-------");
        try (var database = connect(connection)) {
            assertThat(database.isValid(1)).isTrue();
        }
        long server = serverPid();
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("connection.env")).doesNotExist();
        assertThat(ProcessHandle.of(server)).isEmpty();
    }

    @Test
    void afterAKillTheNextStartIsQuickAndHasAllData() throws Exception {
        Process killed = launch();
        try (var database = connect(connection());
                var statement = database.createStatement()) {
            var _ = statement.execute("CREATE TABLE kept AS SELECT generate_series(1, 10000) AS number");
            kill(killed);
        }
        long begin = System.nanoTime();
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(EmbeddedPostgresIT.query(postgres, "SELECT count(*) FROM kept"))
                    .isEqualTo("10000");
        }
    }

    @Test
    void killedItTakesItsServerAlong() throws Exception {
        Process killed = launch();
        long server = serverPid();
        kill(killed);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.of(server).isEmpty());
    }

    @Test
    void aFrozenOrphanIsStopped() throws Exception {
        Process killed = launch();
        long server = serverPid();
        Command.signal(server, "STOP");
        kill(killed);
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.pid()).isNotEqualTo(server);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ProcessHandle.of(server).isEmpty());
        }
    }

    private Process launch() throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrivatePostgres.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        started.add(process);
        await().atMost(Duration.ofSeconds(60))
                .failFast("the process ended", () -> !process.isAlive())
                .until(() -> Files.exists(folder.resolve("connection.env")));
        return process;
    }

    private static void kill(Process process) throws InterruptedException {
        var _ = process.destroyForcibly().waitFor();
    }

    private long serverPid() {
        return Postmaster.PidFile.read(folder.resolve("server/data"))
                .orElseThrow()
                .pid();
    }

    private Properties connection() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(folder.resolve("connection.env"))));
        return properties;
    }

    private static Connection connect(Properties connection) throws SQLException {
        return DriverManager.getConnection(
                connection.getProperty("SPRING_DATASOURCE_URL"),
                connection.getProperty("SPRING_DATASOURCE_USERNAME"),
                connection.getProperty("SPRING_DATASOURCE_PASSWORD"));
    }
}
