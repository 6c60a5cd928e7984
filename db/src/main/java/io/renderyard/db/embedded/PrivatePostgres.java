package io.renderyard.db.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A private PostgreSQL as a process of its own, for a farm on one machine: {@code PrivatePostgres FOLDER}. While it runs,
 * {@code FOLDER/connection.env} (mode 0600) holds the three settings an application needs; SIGTERM stops it. Killed by
 * force it leaves that file, and the next start replaces it.
 */
public final class PrivatePostgres {
    private PrivatePostgres() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("Usage: PrivatePostgres FOLDER");
            System.exit(2);
        }
        try {
            run(Path.of(arguments[0]), System.out);
        } catch (EmbeddedPostgresException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Path folder, PrintStream out) throws IOException, InterruptedException {
        Path connection = folder.resolve("connection.env");
        Files.deleteIfExists(connection);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, connection), "stop-postgres"));
        PrivateFile.write(connection, environment(postgres));
        out.println("PostgreSQL ready on port " + postgres.port() + ", process " + postgres.pid());
        new CountDownLatch(1).await();
    }

    private static String environment(EmbeddedPostgres postgres) {
        return "SPRING_DATASOURCE_URL=%s\nSPRING_DATASOURCE_USERNAME=%s\nSPRING_DATASOURCE_PASSWORD=%s\n"
                .formatted(
                        postgres.jdbcUrl(),
                        postgres.username(),
                        postgres.password().reveal());
    }

    private static void stop(EmbeddedPostgres postgres, Path connection) {
        try {
            Files.deleteIfExists(connection);
        } catch (IOException e) {
            System.err.println("Cannot remove " + connection + ": " + e.getMessage());
        }
        postgres.close();
    }
}
