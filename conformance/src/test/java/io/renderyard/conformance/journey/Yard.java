package io.renderyard.conformance.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A yard of a test's own: started, looked at, hurt and stopped by the launcher's commands and by process numbers. */
public final class Yard implements AutoCloseable {
    /** Opened for webhooks and pages; the rest of loopback stays shut. */
    public static final String ALLOWED_HOST = "127.0.0.2";

    private final Launcher launcher;
    private final Path folder;
    private final int port;
    private final String[] size;

    private Yard(List<String> topology, String... size) {
        this(topology, Map.of(), size);
    }

    private Yard(List<String> topology, Map<String, String> environment, String... size) {
        try {
            folder = Files.createTempDirectory("renderyard-journey-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launcher = new Launcher(folder.resolve("data"), topology, environment);
        port = freePort();
        this.size = size;
    }

    public static Yard standalone() {
        return new Yard(List.of()).up();
    }

    /** @param environment settings, as an operator gives them */
    public static Yard standaloneWith(Map<String, String> environment) {
        return new Yard(List.of(), environment).up();
    }

    static Yard standaloneWithOneSlot() {
        return new Yard(List.of(), "--workers", "1").up();
    }

    static Yard farm(int workers) {
        return new Yard(List.of("farm"), "--workers", Integer.toString(workers)).up();
    }

    /** Starts what is missing. */
    Yard up() {
        List<String> words = Stream.concat(
                        Stream.of("up", "--detach", "--port", Integer.toString(port), "--allow", ALLOWED_HOST + "/32"),
                        Stream.of(size))
                .toList();
        launcher.run(words.toArray(String[]::new));
        return this;
    }

    Client client() {
        JsonNode credentials = credentials();
        return new Client(
                credentials.path("baseUrl").asString(),
                credentials.path("apiKey").asString());
    }

    public JsonNode credentials() {
        Launcher anyTopology = new Launcher(launcher.data(), List.of(), Map.of());
        return JsonMapper.shared().readTree(anyTopology.run("credentials", "--json", "--port", Integer.toString(port)));
    }

    /** The number of a process, by its name in {@code status}. */
    ProcessHandle process(String name) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + " pid (\\d+) port \\d+ up$")
                .matcher(launcher.run("status"));
        if (!line.find()) {
            throw new AssertionError(name + " is not up:\n" + launcher.run("status"));
        }
        return ProcessHandle.of(Long.parseLong(line.group(1))).orElseThrow();
    }

    /** As {@code kill -9}. */
    void kill(String name) {
        ProcessHandle process = process(name);
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    Path data() {
        return launcher.data();
    }

    @Override
    public void close() {
        launcher.run("down");
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
