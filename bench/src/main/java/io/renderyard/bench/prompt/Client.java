package io.renderyard.bench.prompt;

import io.renderyard.bench.BenchException;
import io.renderyard.bench.Yard;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who speaks to the farm. */
final class Client implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int CONNECTIONS = 64;
    private static final int WAIT_SECONDS = 20;

    private final Yard.Address address;
    private final AtomicInteger made = new AtomicInteger();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
            .readTimeout(Duration.ofSeconds(2 * WAIT_SECONDS))
            .build();

    Client(Yard.Address address) {
        this.address = address;
    }

    /** Returns when it is drawn. */
    void card() throws BenchException {
        String html =
                "<!doctype html><style>body{margin:0;font:48px sans-serif;background:linear-gradient(120deg,#fc6,#36c)}"
                        + "main{margin:80px;padding:60px;border-radius:24px;background:#fff}</style><main><h1>Card "
                        + made.incrementAndGet() + "</h1><p>Somebody waits for this one.</p></main>";
        JsonNode job = call(post("{\"cache\":\"off\",\"source\":{\"html\":\"" + html + "\"}}")
                .header("Prefer", "wait=" + WAIT_SECONDS));
        if (!job.path("state").asString("").equals("succeeded")) {
            throw new BenchException("A card was not drawn: " + job);
        }
    }

    /** @return the job's id */
    String prompt() throws BenchException {
        String words = "a lighthouse in fog, number " + made.incrementAndGet();
        return call(post("{\"source\":{\"prompt\":\"" + words + "\"}}"))
                .path("id")
                .asString("");
    }

    /** False when it is still under way. */
    boolean hasSucceeded(String job) throws BenchException {
        JsonNode answer =
                call(new Request.Builder().url(address.base() + "/api/v1/jobs/" + job + "?wait=" + WAIT_SECONDS));
        return switch (answer.path("state").asString("")) {
            case "succeeded" -> true;
            case "queued", "running" -> false;
            default -> throw new BenchException("A prompt did not become a picture: " + answer);
        };
    }

    private Request.Builder post(String body) {
        return new Request.Builder().url(address.base() + "/api/v1/jobs").post(RequestBody.create(body, JSON));
    }

    private JsonNode call(Request.Builder request) throws BenchException {
        Request ready =
                request.header("Authorization", "Bearer " + address.key()).build();
        try (Response response = http.newCall(ready).execute()) {
            String text = response.body().string();
            if (!response.isSuccessful()) {
                throw new BenchException("The farm answered " + response.code() + ": " + text);
            }
            return JsonMapper.shared().readTree(text);
        } catch (IOException e) {
            throw new BenchException("The farm does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
