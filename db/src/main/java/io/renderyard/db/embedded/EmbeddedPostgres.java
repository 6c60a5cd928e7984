package io.renderyard.db.embedded;

import io.renderyard.kernel.tenant.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A private PostgreSQL that lives and ends with this process. It keeps its data through restarts, through
 * {@code kill -9} of this process and through power cuts, and listens on a free port of 127.0.0.1 only, the
 * same as last time when that is still free.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final long LONG_LOG = 10_000_000;

    private final FolderLock lock;
    private final ForkingThread forks;
    private final Stage stage;
    private final Postmaster postmaster;
    private final Secret password;

    private EmbeddedPostgres(
            FolderLock lock, ForkingThread forks, Stage stage, Postmaster postmaster, Secret password) {
        this.lock = lock;
        this.forks = forks;
        this.stage = stage;
        this.postmaster = postmaster;
        this.password = password;
    }

    /**
     * Starts the database of this folder, and makes it first if the folder has none. A server that an earlier process
     * left behind is stopped before. Dying half-way leaves nothing that the next call does not repair.
     *
     * @param folder belongs to us alone; created when missing
     * @throws EmbeddedPostgresException when another process uses the folder, when its data are of another major
     *     version, when we are root and the system user {@code renderyard} is missing, or when PostgreSQL refuses
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, new SecureRandom());
    }

    static EmbeddedPostgres start(Path folder, RandomGenerator ports) {
        try {
            Files.createDirectories(folder);
            var place = new PostgresFolder(folder.toRealPath());
            FolderLock lock = FolderLock.take(place);
            var forks = new ForkingThread();
            try {
                return start(place, lock, forks, ports);
            } catch (IOException | RuntimeException e) {
                forks.close();
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot start PostgreSQL in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres start(
            PostgresFolder folder, FolderLock lock, ForkingThread forks, RandomGenerator ports) throws IOException {
        ServerUser user = ServerUser.current();
        Files.createDirectories(folder.server());
        Files.setPosixFilePermissions(folder.server(), PosixFilePermissions.fromString("rwxr-xr-x"));
        new Orphans(folder.data()).stop();
        Path binaries = Binaries.onClassPath().unpackedBelow(folder.server());
        Stage stage = Stage.of(folder, user);
        var cluster = new Cluster(folder, user, stage, binaries);
        Secret password = cluster.prepare();
        turnLog(folder.log());
        var choice = new Ports(folder.port(), ports);
        for (int port : (Iterable<Integer>) choice.candidates()::iterator) {
            switch (Postmaster.start(folder, command(folder, stage, cluster, port), port, forks)) {
                case Postmaster.Start.Ready(Postmaster postmaster) -> {
                    choice.remember(port);
                    return new EmbeddedPostgres(lock, forks, stage, postmaster, password);
                }
                case Postmaster.Start.PortTaken() -> {}
            }
        }
        throw new EmbeddedPostgresException(
                "Found no free port between " + Ports.FIRST + " and " + Ports.LAST + "; see " + folder.log());
    }

    /** In a session of its own: Ctrl-C in a terminal must reach us first, and the database last, by our hand. */
    private static List<String> command(PostgresFolder folder, Stage stage, Cluster cluster, int port) {
        Path data = stage.seen(folder.data());
        List<String> program = new ArrayList<>(List.of(cluster.program("postgres"), "-D", data.toString()));
        program.addAll(ServerSettings.arguments(port, data));
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(stage.command(List.of("--pdeathsig", "INT"), program));
        return command;
    }

    private static void turnLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LONG_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + Cluster.DATABASE;
    }

    /** The owner of the database, a superuser of this private server. */
    public String username() {
        return Cluster.USER;
    }

    public Secret password() {
        return password;
    }

    public int port() {
        return postmaster.port();
    }

    /** Of PostgreSQL's main process. */
    public long pid() {
        return postmaster.pid();
    }

    /** Stops the server: fast within ten seconds, immediately after that. Data are safe either way. */
    @Override
    public void close() {
        postmaster.stop();
        stage.strike();
        forks.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot give the folder's lock back: " + e.getMessage(), e);
        }
    }
}
