package io.renderyard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One headless shell without a driver, as an unprivileged user and in its sandbox, and its tab. */
final class Shell implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final long START_SECONDS = 20;
    private static final long DEATH_SECONDS = 5;

    private final Process process;
    private final DevToolsSocket socket;
    private final Tab tab;

    private Shell(Process process, DevToolsSocket socket, Tab tab) {
        this.process = process;
        this.socket = socket;
        this.tab = tab;
    }

    /** @return the number of its outermost process */
    long process() {
        return process.pid();
    }

    Tab tab() {
        return tab;
    }

    /**
     * Call it from a thread that lives as long as the run: the kernel ends the shell with the thread that started it, so
     * nothing stays when we die half-way.
     *
     * @param folder a new one for the profile; the caller removes it
     */
    static Shell start(Path binary, List<String> flags, String user, Path folder, Tab.Shutter shutter)
            throws BenchException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command(binary, flags, user, folder))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new BenchException("The browser " + binary + " does not start: " + e.getMessage(), e);
        }
        try {
            DevToolsSocket socket = new DevToolsSocket(address(process));
            return new Shell(process, socket, Tab.open(socket, shutter));
        } catch (BenchException | InterruptedException | RuntimeException e) {
            kill(process);
            throw e;
        }
    }

    private static List<String> command(Path binary, List<String> flags, String user, Path folder) throws IOException {
        List<String> words = new ArrayList<>(unprivileged(user, folder, List.of(binary.toString())));
        words.addAll(flags);
        words.addAll(List.of("--user-data-dir=" + folder.resolve("profile"), "--remote-debugging-port=0"));
        return words;
    }

    /** What starts a program as that user in a folder of its own, and ends it with the thread that started it. */
    static List<String> unprivileged(String user, Path folder, List<String> program) throws IOException {
        List<String> words = new ArrayList<>();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (isRoot()) {
            Files.setOwner(folder, userNamed(user));
            words.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
            words.addAll(List.of("--inh-caps=-all", "--no-new-privs"));
        }
        // The kernel forgets who our parent is when credentials change, so this comes after that.
        words.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        words.addAll(List.of("env", "-i", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "TZ=UTC"));
        words.addAll(List.of("HOME=" + folder, "TMPDIR=" + folder));
        words.addAll(program);
        return words;
    }

    private static boolean isRoot() throws IOException {
        return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
    }

    private static UserPrincipal userNamed(String user) throws IOException {
        return Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
    }

    /** The shell says where it listens; what it says after that is read and forgotten, or it would stop at a full pipe. */
    private static String address(Process process) throws BenchException, InterruptedException {
        CompletableFuture<String> address = new CompletableFuture<>();
        StringBuilder said = new StringBuilder();
        Thread.ofVirtual().name("shell-words").start(() -> {
            try (BufferedReader lines = process.errorReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(LISTENING)) {
                        address.complete(line.substring(LISTENING.length()).strip());
                    } else if (!address.isDone()) {
                        said.append('\n').append(line);
                    }
                }
            } catch (IOException e) {
                said.append('\n').append(e);
            }
            address.completeExceptionally(new IllegalStateException(said.toString()));
        });
        try {
            return address.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new BenchException("A browser did not come up within " + START_SECONDS + " s.", e);
        } catch (ExecutionException e) {
            throw new BenchException("A browser ended at once and said: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        socket.close();
        kill(process);
    }

    private static void kill(Process process) {
        List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : tree) {
            try {
                one.onExit().get(DEATH_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                System.err.println("bench: process " + one.pid() + " of a browser does not die.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
