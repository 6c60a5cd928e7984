package io.renderyard.db.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The running main process of PostgreSQL, our direct child. */
final class Postmaster {
    private static final long READY_MILLIS = 60_000;
    private static final long LOOK_MILLIS = 10;
    private static final long FAST_MILLIS = 10_000;
    private static final long IMMEDIATE_MILLIS = 3_000;

    private final Process process;
    private final PostgresFolder folder;
    private final int port;

    private Postmaster(Process process, PostgresFolder folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** How an attempt to start ended. */
    sealed interface Start {
        record Ready(Postmaster postmaster) implements Start {}

        record PortTaken() implements Start {}
    }

    /**
     * Starts the server and waits until it takes connections. It is told to shut down fast when the forking thread
     * dies, that is with us; if we die before that takes hold, the next start finds and stops it.
     */
    static Start start(PostgresFolder folder, List<String> command, int port, ForkingThread forks) throws IOException {
        long logged = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = forks.start(builder);
        process.getOutputStream().close();
        var postmaster = new Postmaster(process, folder, port);
        if (postmaster.becomesReady()) {
            return new Start.Ready(postmaster);
        }
        String said = logSince(folder.log(), logged);
        if (said.contains("could not create any TCP/IP sockets")) {
            return new Start.PortTaken();
        }
        throw new EmbeddedPostgresException("PostgreSQL did not start in " + folder.root() + ". It said:\n" + said);
    }

    private boolean becomesReady() {
        try {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READY_MILLIS);
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (PidFile.read(folder.data())
                        .filter(file -> file.pid() == pid() && file.ready())
                        .isPresent()) {
                    return true;
                }
                if (System.nanoTime() > deadline) {
                    stop();
                    return false;
                }
            }
            return false;
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while PostgreSQL started", e);
        }
    }

    private static String logSince(Path log, long offset) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.max(Math.min(offset, all.length), all.length - 4_000L);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    /** Fast shutdown for ten seconds, then immediate (the next start recovers from the log), then by force. */
    void stop() {
        Command.signal(pid(), "INT");
        if (ended(FAST_MILLIS)) {
            return;
        }
        Command.signal(pid(), "QUIT");
        if (!ended(IMMEDIATE_MILLIS)) {
            var _ = process.destroyForcibly();
            var _ = ended(IMMEDIATE_MILLIS);
        }
    }

    private boolean ended(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What PostgreSQL writes about itself: line 1 its pid, line 8 its state. */
    record PidFile(long pid, boolean ready) {
        static Path path(Path data) {
            return data.resolve("postmaster.pid");
        }

        static Optional<PidFile> read(Path data) {
            try {
                List<String> lines = Files.readAllLines(path(data));
                boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
                return Optional.of(new PidFile(Long.parseLong(lines.getFirst().strip()), ready));
            } catch (IOException | RuntimeException e) {
                return Optional.empty(); // not there yet, or being written
            }
        }
    }
}
