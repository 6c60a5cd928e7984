package io.renderyard.conformance.fault.farm;

import io.renderyard.db.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A farm's PostgreSQL. A test may stop it without warning and start it again in its place. */
public final class PrivateDatabase implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private EmbeddedPostgres server;

    private PrivateDatabase(Path folder) {
        this.folder = folder;
        this.server = EmbeddedPostgres.start(folder);
    }

    static PrivateDatabase start(Path folder) {
        return new PrivateDatabase(folder);
    }

    EmbeddedPostgres server() {
        return server;
    }

    /** An immediate shutdown: every connection ends, and the next start recovers from the log. */
    public void crash() {
        try {
            ProcessHandle main = ProcessHandle.of(server.pid()).orElseThrow();
            Process kill = new ProcessBuilder("kill", "-QUIT", Long.toString(main.pid())).start();
            if (!kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("PostgreSQL could not be stopped");
            }
            var _ = main.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        server.close();
    }

    /** Takes connections when this returns, at the port that it had. */
    public void restart() {
        int before = server.port();
        server = EmbeddedPostgres.start(folder);
        if (server.port() != before) {
            throw new IllegalStateException("somebody else took port " + before + " while PostgreSQL was away");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
