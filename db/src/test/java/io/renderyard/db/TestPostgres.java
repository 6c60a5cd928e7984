package io.renderyard.db;

import io.renderyard.db.embedded.EmbeddedPostgres;
import io.renderyard.db.setup.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL for all tests of this JVM, and in it as many migrated databases as are asked for. */
public final class TestPostgres {
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory("renderyard-ledger-it");
            EmbeddedPostgres server = EmbeddedPostgres.start(folder.resolve("postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
            owner(server).sql("create database " + TEMPLATE).update();
            Database template = database(server, TEMPLATE);
            Migration.run(template.url(), template.username(), template.password());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(EmbeddedPostgres server, Path folder) {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println("left behind: " + folder + ": " + e);
        }
    }

    private static JdbcClient owner(EmbeddedPostgres server) {
        return JdbcClient.create(new DriverManagerDataSource(
                server.jdbcUrl(), server.username(), server.password().reveal()));
    }

    private static Database database(EmbeddedPostgres server, String name) {
        String url = server.jdbcUrl().replaceFirst("/[a-z_]+$", "/" + name);
        return new Database(url, server.username(), server.password().reveal());
    }

    /** A new database without a schema. */
    public static Database empty() {
        String name = "it_" + DATABASES.incrementAndGet();
        owner(SERVER).sql("create database " + name).update();
        return database(SERVER, name);
    }

    /** A new database with our schema and no rows. */
    public static Database fresh() {
        String name = "it_" + DATABASES.incrementAndGet();
        owner(SERVER).sql("create database " + name + " template " + TEMPLATE).update();
        return database(SERVER, name);
    }

    /** Where a database is and who may enter. */
    public record Database(String url, String username, String password) implements JdbcConnectionDetails {
        public DriverManagerDataSource dataSource() {
            return new DriverManagerDataSource(url, username, password);
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }
}
