package io.renderyard.conformance.fault.farm;

import io.renderyard.db.embedded.EmbeddedPostgres;
import io.renderyard.db.setup.Migration;
import io.renderyard.kernel.tenant.Secret;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A migrated database without rows, or a copy of another one. */
public record TestDatabase(String url, String username, Secret password) {
    /** The server's own database, migrated. */
    public static TestDatabase migrated(EmbeddedPostgres server) {
        Migration.run(server.jdbcUrl(), server.username(), server.password().reveal());
        return new TestDatabase(server.jdbcUrl(), server.username(), server.password());
    }

    /** Another database of the same server with the same rows; nobody may be connected to this one meanwhile. */
    public TestDatabase copy(String name) {
        String own = url.substring(url.lastIndexOf('/') + 1);
        // Not from within the one that is copied.
        TestDatabase aside = new TestDatabase(url.replace("/" + own, "/postgres"), username, password);
        aside.jdbc().sql("create database " + name + " template " + own).update();
        return new TestDatabase(url.replace("/" + own, "/" + name), username, password);
    }

    public DataSource dataSource() {
        return new DriverManagerDataSource(url, username, password.reveal());
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }
}
