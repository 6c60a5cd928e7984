package io.renderyard.bench;

import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole farm from outside: submitted over HTTP, on disk, rung, claimed, drawn, stored, terminal. */
final class Farm implements Tier, AutoCloseable {
    static final String NAME = "whole farm";

    private static final MediaType JSON = MediaType.get("application/json");
    private static final String END =
            "},\"output\":{\"format\":\"png\",\"width\":" + Tab.WIDTH + ",\"height\":" + Tab.HEIGHT + "}}";
    private static final int WAIT_SECONDS = 20;

    private final String base;
    private final String key;
    private final int lanes;
    private final Map<Page, byte[]> beginnings = new ConcurrentHashMap<>();
    private final Supplier<CpuTime> processes;
    private final OkHttpClient client;

    /**
     * @param lanes jobs in flight
     * @param processes what the farm's processes have used so far
     */
    Farm(String base, String key, int lanes, Supplier<CpuTime> processes) {
        this.base = base.replaceAll("/+$", "");
        this.key = key;
        this.lanes = lanes;
        this.processes = processes;
        this.client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .connectionPool(new ConnectionPool(4 * lanes, 1, TimeUnit.MINUTES))
                .readTimeout(Duration.ofSeconds(2 * WAIT_SECONDS))
                .build();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public CpuTime used() {
        return processes.get();
    }

    @Override
    public void draw(int lane, Page page, String unique) throws BenchException {
        end(page, unique);
    }

    /**
     * By the ledger's clock, in milliseconds.
     *
     * @param queued accepted, and not claimed yet
     * @param running from the claim to the end: drawn, stored, completed
     */
    record Stages(double queued, double running) {}

    Stages drawInStages(Page page, String unique) throws BenchException {
        JsonNode job = end(page, unique);
        Instant created = instant(job, "createdAt");
        Instant started = instant(job, "startedAt");
        return new Stages(millis(created, started), millis(started, instant(job, "finishedAt")));
    }

    private static Instant instant(JsonNode job, String name) {
        return Instant.parse(job.path(name).asString());
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    @Override
    public String digest(Page page, String unique) throws BenchException {
        return end(page, unique).path("artifact").path("sha256").asString("");
    }

    /**
     * The job when it has succeeded. If we die while it is drawn the farm finishes it alone.
     *
     * @throws BenchException also when the answer took all of the time that it was asked to take: whoever waits is woken
     *     by the job's end, and a farm in which nobody is woken would only show how long we are willing to wait
     */
    private JsonNode end(Page page, String unique) throws BenchException {
        long start = System.nanoTime();
        JsonNode job = answer(new Request.Builder()
                .url(base + "/api/v1/jobs")
                .header("Prefer", "wait=" + WAIT_SECONDS)
                .post(body(page, unique)));
        if (!job.path("state").asString("").equals("succeeded")) {
            throw new BenchException("The farm did not draw " + page.name() + " within " + WAIT_SECONDS
                    + " s; the job says " + job.path("state") + " " + job.path("failure")
                    + ". A run in which jobs fail measures nothing: look into the farm's logs.");
        }
        if (System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(WAIT_SECONDS)) {
            throw new BenchException("The farm drew " + page.name() + " (finished at "
                    + job.path("finishedAt").asString("?") + ") but answered only when the " + WAIT_SECONDS
                    + " s of Prefer: wait were over: its change notes are not heard.");
        }
        return job;
    }

    private JsonNode answer(Request.Builder request) throws BenchException {
        Request ready = request.header("Authorization", "Bearer " + key).build();
        try (Response response = client.newCall(ready).execute()) {
            String text = response.body().string();
            if (!response.isSuccessful()) {
                throw new BenchException("The farm at " + base + " answered " + response.code() + ": " + text);
            }
            return JsonMapper.shared().readTree(text);
        } catch (IOException e) {
            throw new BenchException("The farm at " + base + " does not answer: " + e.getMessage(), e);
        }
    }

    /** The megabytes of a page are encoded once, or the client would take the farm's time. */
    private RequestBody body(Page page, String unique) {
        byte[] beginning = beginnings.computeIfAbsent(
                page,
                one -> ("{\"cache\":\"off\",\"source\":{\"html\":" + one.open()).getBytes(StandardCharsets.UTF_8));
        byte[] end = (Page.close(unique) + END).getBytes(StandardCharsets.UTF_8);
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public long contentLength() {
                return (long) beginning.length + end.length;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(beginning);
                sink.write(end);
            }
        };
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
