package io.renderyard.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Server processes whose yard died. A process of PostgreSQL stands in its data folder, so {@code /proc/…/cwd} tells
 * for sure, whatever number the pid file holds. Only called while the folder's lock is ours.
 */
final class Orphans {
    private static final long POLITE_MILLIS = 1_500;
    private static final long FIRM_MILLIS = 500;
    private static final long FORCED_MILLIS = 1_000;
    private static final long LOOK_NANOS = 10_000_000;

    private final Path data;

    Orphans(Path data) {
        this.data = data;
    }

    /** Ends them, the main one first: fast, then immediate, then by force. Dying half-way, the next start goes on. */
    void stop() {
        Optional<Postmaster.PidFile> file = Postmaster.PidFile.read(data);
        file.flatMap(pidFile -> ProcessHandle.of(pidFile.pid()))
                .filter(this::standsInData)
                .ifPresent(this::stopMain);
        List<ProcessHandle> rest =
                ProcessHandle.allProcesses().filter(this::standsInData).toList();
        rest.forEach(process -> Command.signal(process.pid(), "KILL"));
        for (ProcessHandle process : rest) {
            if (!leaves(process, FORCED_MILLIS)) {
                throw new EmbeddedPostgresException("An old PostgreSQL process " + process.pid() + " still works in "
                        + data + " and cannot be ended. Look what holds it (a hung disk?) and start again.");
            }
        }
        file.ifPresent(this::forget);
    }

    private void stopMain(ProcessHandle process) {
        Command.signal(process.pid(), "INT");
        if (!leaves(process, POLITE_MILLIS)) {
            Command.signal(process.pid(), "QUIT");
            var _ = leaves(process, FIRM_MILLIS);
        }
    }

    /** Looks again and again, because nobody tells us about a process that is not our child. */
    private boolean leaves(ProcessHandle process, long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (standsInData(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    /**
     * Takes the marks of a dead server away. PostgreSQL would do that itself, unless its old number now belongs to
     * somebody, or to a dead child that nobody has collected.
     */
    private void forget(Postmaster.PidFile file) {
        try {
            Folders.deleteBelow(data, name -> name.startsWith(".s.PGSQL."));
            if (ProcessHandle.of(file.pid()).isPresent()) {
                Files.deleteIfExists(Postmaster.PidFile.path(data));
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("Cannot remove what the dead server " + file.pid() + " left", e);
        }
    }

    private boolean standsInData(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data);
        } catch (IOException e) {
            return false; // gone, or a process of somebody else: not ours
        }
    }
}
