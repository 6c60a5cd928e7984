package io.renderyard.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A yard of our own for one run: in a data folder of its own, started and stopped by the launcher. */
public final class Yard implements AutoCloseable {
    private static final long LONGEST_STOP_MINUTES = 3;
    private static final long HELPER_SECONDS = 30;

    private final Path launcher;
    private final boolean standalone;
    private final Path data;
    private final int port;
    private final Map<String, String> environment;

    @Nullable
    private volatile Process starting;

    private volatile boolean ended;

    /** @param data made if missing; every user must be able to reach it, since the database runs as one of its own */
    public Yard(Path launcher, boolean standalone, Path data) throws BenchException {
        this(launcher, standalone, data, Map.of());
    }

    /** @param environment further variables, which its processes are told */
    public Yard(Path launcher, boolean standalone, Path data, Map<String, String> environment) throws BenchException {
        this.launcher = launcher.toAbsolutePath().normalize();
        this.standalone = standalone;
        this.data = data;
        this.port = freePort();
        this.environment = environment;
        if (!Files.isExecutable(this.launcher)) {
            throw new BenchException(
                    "There is no launcher " + launcher
                            + " to start a farm with. Run this as ./yard bench, name it by --yard FILE, or give --base and --key.");
        }
    }

    /** Where it answers and with which key. */
    public record Address(String base, String key) {}

    /**
     * If we die half-way its processes stay; {@link #close} stops them whatever came up.
     *
     * @param more options of the launcher
     */
    public Address start(String... more) throws BenchException, InterruptedException {
        List<String> words = new ArrayList<>(topology());
        words.addAll(List.of("up", "--data", data.toString(), "--port", String.valueOf(port), "--detach"));
        words.addAll(List.of(more));
        Process up = run(words, ProcessBuilder.Redirect.DISCARD);
        starting = up;
        int code = up.waitFor();
        if (code != 0) {
            throw new BenchException("The farm did not start (exit code " + code + "); its launcher says why above.");
        }
        JsonNode credentials = JsonMapper.shared().readTree(output("credentials", "--json"));
        return new Address(
                credentials.path("baseUrl").asString(),
                credentials.path("apiKey").asString());
    }

    /** What its processes have used so far. */
    public CpuTime used() {
        return new FarmProcesses(data.resolve("run")).used();
    }

    /** What it told its dispatcher, which is what each of its processes needs to know. */
    public Map<String, String> told() throws BenchException {
        return new FarmProcesses(data.resolve("run")).told("dispatcher");
    }

    private List<String> topology() {
        return standalone ? List.of() : List.of("farm");
    }

    private String output(String... words) throws BenchException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--data", data.toString(), "--port", String.valueOf(port)));
        Process process = run(command, ProcessBuilder.Redirect.PIPE);
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchException("./yard " + words[0] + " failed; it says why above.");
            }
            return text;
        } catch (IOException e) {
            throw new BenchException("./yard " + words[0] + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Process run(List<String> words, ProcessBuilder.Redirect output) throws BenchException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(words);
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            return builder.redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new BenchException("The launcher " + launcher + " does not start: " + e.getMessage(), e);
        }
    }

    /** Ends the launcher if it is still starting things, which makes it stop them, and then what it left running. */
    @Override
    public void close() throws BenchException, InterruptedException {
        Process up = starting;
        if (up == null || ended) {
            return;
        }
        ended = true;
        List<ProcessHandle> helpers = up.descendants().toList();
        up.destroy();
        end(up, "up");
        List<String> words = new ArrayList<>(topology());
        words.addAll(List.of("down", "--data", data.toString()));
        end(run(words, ProcessBuilder.Redirect.DISCARD), "down");
        // One that the launcher has told to end may still be writing into the folder that is about to be removed.
        for (ProcessHandle helper : helpers) {
            awaitEnd(helper);
        }
    }

    private static void awaitEnd(ProcessHandle helper) throws BenchException, InterruptedException {
        try {
            helper.onExit().get(HELPER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new BenchException("Process " + helper.pid() + " of the farm's start has not ended.", e);
        }
    }

    private void end(Process process, String what) throws BenchException, InterruptedException {
        if (!process.waitFor(LONGEST_STOP_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new BenchException("./yard " + what + " did not end in " + LONGEST_STOP_MINUTES
                    + " minutes. Stop what is left by: " + launcher + " " + String.join(" ", topology())
                    + " down --data " + data);
        }
    }

    private static int freePort() throws BenchException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new BenchException("No port is free: " + e.getMessage(), e);
        }
    }
}
