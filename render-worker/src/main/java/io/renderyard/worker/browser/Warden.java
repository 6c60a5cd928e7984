package io.renderyard.worker.browser;

import io.renderyard.worker.cell.ControlGroup;
import io.renderyard.worker.cell.ControlGroups;
import io.renderyard.worker.devtools.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out once which walls this machine permits, and owns the run folder. */
final class Warden {
    private static final Logger LOG = LoggerFactory.getLogger(Warden.class);
    private static final int PROBE_SECONDS = 10;
    private static final int DRIVER_PORT = 9515;
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final Loopback MACHINE = new Loopback.OfTheMachine();

    private final Path runFolder;

    @Nullable
    private final UserPrincipal owner;

    private final Jail jail;
    private final ControlGroups groups;

    private Warden(Path runFolder, @Nullable UserPrincipal owner, Jail jail, ControlGroups groups) {
        this.runFolder = runFolder;
        this.owner = owner;
        this.jail = jail;
        this.groups = groups;
    }

    /** Whether somebody must watch what browsers take, because the kernel does not. */
    boolean needsWatching() {
        return !groups.limitMemory() || !groups.limitTasks();
    }

    /** @throws IllegalStateException when browsers cannot be walled off; the message says how to mend it */
    static Warden of(BrowserSettings settings) {
        boolean root = isRoot();
        UserPrincipal owner = root ? userNamed(settings.user()) : null;
        Path runFolder = settings.runFolder();
        try {
            Files.createDirectories(runFolder);
            // A process that was killed left its folders behind; its browsers are gone, so they are nobody's.
            FolderTree.deleteContents(runFolder);
            Files.setPosixFilePermissions(runFolder, PosixFilePermissions.fromString(root ? "rwx--x--x" : "rwx------"));
            Path cache = runFolder.resolve("cache");
            makeFolder(cache, owner);
            List<String> drop = root ? dropTo(settings.user()) : List.of();
            checkReach(drop, cache, settings);
            return new Warden(runFolder, owner, jail(root, drop), ControlGroups.of(settings.limits()));
        } catch (IOException e) {
            throw new UncheckedIOException("The browsers' run folder " + runFolder + " cannot be prepared.", e);
        }
    }

    /** Where the driver of the next browser can listen. */
    int freePort() throws IOException {
        if (jail.ownNetwork()) {
            return DRIVER_PORT;
        }
        try (ServerSocket probe = MACHINE.listen()) {
            return probe.getLocalPort();
        }
    }

    /** Waits until the process has its network. */
    Loopback loopbackOf(ProcessHandle process, Deadline deadline)
            throws BrowserStartException, InterruptedException, IOException {
        if (!jail.ownNetwork()) {
            return MACHINE;
        }
        while (networkOf(process.pid()).equals(networkOf(ProcessHandle.current().pid()))) {
            if (!process.isAlive() || deadline.nanosLeft() <= 0) {
                throw new BrowserStartException("The browser's process ended before it had a network.", null);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return OwnLoopback.of(process.pid());
    }

    private static Path networkOf(long pid) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "ns", "net"));
    }

    /**
     * A new folder and control group for one browser. If we die here the next start's sweep removes them.
     *
     * @param piped whether the browser is to speak over a pipe as well
     */
    Cell cell(String name, BrowserSettings settings, boolean piped) throws IOException {
        Path folder = runFolder.resolve(name);
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path home = folder.resolve("home");
        makeFolder(home, owner);
        ControlGroup group = groups.create();
        try {
            Path script =
                    jail.driverScript(folder, home, runFolder.resolve("cache"), settings.driver(), group.entrances());
            BrowserPipe pipe = piped ? BrowserPipe.make(folder, owner) : null;
            return new Cell(folder, home, script, Jail.browserScript(folder, settings.browser(), pipe), pipe, group);
        } catch (IOException e) {
            group.remove();
            throw e;
        }
    }

    private static void makeFolder(Path folder, @Nullable UserPrincipal owner) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (owner != null) {
            Files.setOwner(folder, owner);
        }
    }

    private static List<String> dropTo(String user) {
        return List.of(
                "setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--inh-caps=-all", "--no-new-privs");
    }

    private static Jail jail(boolean root, List<String> drop) {
        List<String> network = namespace(root, true);
        if (root && OwnLoopback.isPermitted() && permits(network, Jail.FURNISH, drop)) {
            return new Jail(network, true, drop);
        }
        LOG.warn("Browsers share this machine's network, so that only Chrome's own switches lead them to the egress"
                + " proxy. A network of their own needs a worker that is root with the SYS_ADMIN and NET_ADMIN"
                + " capabilities, and the package iproute2.");
        List<String> processes = namespace(root, false);
        if (permits(processes, "", drop)) {
            return new Jail(processes, false, drop);
        }
        LOG.warn("This machine does not permit process namespaces (unshare --pid), so browsers are watched by their"
                + " parent only. In a container, the SYS_ADMIN capability permits them.");
        return new Jail(List.of(), false, drop);
    }

    /** Chrome and its driver need their own /proc: Chrome looks up its children there by the ids it knows. */
    private static List<String> namespace(boolean root, boolean network) {
        List<String> words = new ArrayList<>(List.of("unshare"));
        if (!root) {
            words.addAll(List.of("--user", "--map-current-user"));
        }
        if (network) {
            words.add("--net");
        }
        words.addAll(List.of("--pid", "--fork", "--kill-child=KILL", "--mount-proc"));
        return List.copyOf(words);
    }

    private static boolean permits(List<String> namespace, String prelude, List<String> drop) {
        String command = String.join(" ", namespace) + " " + prelude + " " + String.join(" ", drop) + " true";
        return exitCode(List.of("sh", "-c", command)) == 0;
    }

    private static void checkReach(List<String> drop, Path cache, BrowserSettings settings) {
        List<String> probe = new ArrayList<>(drop);
        probe.addAll(List.of(
                "test", "-w", cache.toString(), "-a", "-x", settings.browser().toString()));
        int code = exitCode(probe);
        if (code != 0) {
            throw new IllegalStateException(
                    "The user \"" + settings.user() + "\" that browsers run as cannot reach the run"
                            + " folder " + settings.runFolder() + " or the browser " + settings.browser()
                            + ". Every folder above"
                            + " them needs x permission for others; a folder under /var/lib or /tmp has it.");
        }
    }

    private static int exitCode(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return -1;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot run " + command.getFirst() + ", which walls browsers off. Install util-linux.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking at this machine's walls.", e);
        }
    }

    private static UserPrincipal userNamed(String user) {
        try {
            return Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        } catch (UserPrincipalNotFoundException e) {
            throw new IllegalStateException("Browsers are not run as root, and the unprivileged user \"" + user
                    + "\" does not exist. Create it: useradd --system --user-group --no-create-home --shell /usr/sbin/nologin "
                    + user);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look up the user \"" + user + "\".", e);
        }
    }

    private static boolean isRoot() {
        try {
            PosixFileAttributeView self =
                    Files.getFileAttributeView(Path.of("/proc/self"), PosixFileAttributeView.class);
            return self.readAttributes().owner().getName().equals("root");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell which user this process runs as.", e);
        }
    }
}
