package io.renderyard.db.setup;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the schema that this version needs. A step of its own, never part of serving. */
public final class Migration {
    private static final Logger log = LoggerFactory.getLogger(Migration.class);

    private Migration() {}

    /** Safe to repeat, and to run twice at once: the database lets one through after the other. */
    public static void run(String jdbcUrl, String username, String password) {
        MigrateResult result = Flyway.configure()
                .dataSource(jdbcUrl, username, password)
                .connectRetries(10)
                .load()
                .migrate();
        log.info("Schema is at version {} ({} migrations run)", result.targetSchemaVersion, result.migrationsExecuted);
    }
}
