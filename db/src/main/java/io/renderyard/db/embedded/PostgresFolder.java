package io.renderyard.db.embedded;

import java.nio.file.Path;

/**
 * Where things lie. {@code server} is the only part the database's own user has to reach; the rest may stay behind a
 * closed door.
 *
 * @param root what the caller named, absolute and without links
 */
record PostgresFolder(Path root) {
    /** Held by the process that owns this folder. */
    Path lock() {
        return root.resolve("lock");
    }

    /** Mode 0600. */
    Path password() {
        return root.resolve("password");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** The port of the last start, so that it can be used again and open connections elsewhere find us. */
    Path port() {
        return root.resolve("port");
    }

    Path server() {
        return root.resolve("server");
    }

    Path data() {
        return server().resolve("data");
    }

    /** A cluster that is being made; it becomes {@link #data()} by one rename. */
    Path unfinishedData() {
        return server().resolve("data.new");
    }

    /** The password once more, readable for {@code initdb}; it lives for that one call. */
    Path initialPassword() {
        return server().resolve("password.new");
    }
}
