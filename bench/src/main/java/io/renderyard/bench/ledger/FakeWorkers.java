package io.renderyard.bench.ledger;

import io.renderyard.bench.BenchException;
import io.renderyard.bench.CpuTime;
import io.renderyard.bench.ProcessTable;
import io.renderyard.bench.fake.FakeWorker;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Workers that draw nothing, as processes of their own with this process's class path. */
final class FakeWorkers implements AutoCloseable {
    private static final int OK = 200;
    private static final long LONGEST_START_SECONDS = 120;
    private static final long LONGEST_STOP_SECONDS = 30;
    private static final long LOOK_MILLIS = 200;

    private final List<Started> all = new ArrayList<>();

    private record Started(Process process, int port, Path log) {}

    private FakeWorkers() {}

    /**
     * @param slots of each
     * @param render how long each render takes
     * @param told environment of the farm's processes
     * @param folder where they write their logs
     */
    static FakeWorkers start(int count, int slots, Duration render, Map<String, String> told, Path folder)
            throws BenchException {
        FakeWorkers workers = new FakeWorkers();
        Map<String, String> environment = new HashMap<>(told);
        environment.put("RENDERYARD_WORKER_SLOTS", String.valueOf(slots));
        environment.put("BENCH_RENDERDURATION", render.toMillis() + "ms");
        try {
            for (int number = 1; number <= count; number++) {
                workers.all.add(start("worker-" + number, environment, folder));
            }
            return workers;
        } catch (IOException e) {
            workers.close();
            throw new BenchException("A worker that draws nothing cannot be started: " + e.getMessage(), e);
        }
    }

    private static Started start(String name, Map<String, String> told, Path folder) throws IOException {
        int port = freePort();
        Path log = folder.resolve(name + ".log");
        // As the launcher starts the real ones.
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeWorker.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(told);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("RENDERYARD_WORKER_NAME", name);
        return new Started(builder.start(), port, log);
    }

    void awaitReady() throws BenchException, InterruptedException {
        for (Started worker : all) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
            while (!isReady(worker)) {
                boolean ended = worker.process().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (ended || System.nanoTime() - deadline > 0) {
                    throw new BenchException("A worker that draws nothing did not start; its log is " + worker.log());
                }
            }
        }
    }

    private static boolean isReady(Started worker) {
        URI probe = URI.create("http://127.0.0.1:" + worker.port() + "/actuator/health/readiness");
        try {
            return ((HttpURLConnection) probe.toURL().openConnection()).getResponseCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Adds what they have used to what others have. */
    CpuTime addTo(CpuTime others) {
        ProcessTable table = ProcessTable.read();
        all.stream()
                .flatMap(worker -> table.tree(worker.process().pid()).stream())
                .forEach(entry -> others.add("workers", entry.milliseconds()));
        return others;
    }

    @Override
    public void close() {
        all.forEach(worker -> worker.process().destroy());
        for (Started worker : all) {
            try {
                if (!worker.process().waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                    worker.process().destroyForcibly();
                }
            } catch (InterruptedException e) {
                worker.process().destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
