package io.renderyard.bench.gallery;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Submits as a user would: one request, then waits for the job's end, then reads the picture. */
final class YardClient {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int WAIT_SECONDS = 25;
    private static final int ROUNDS = 8;

    private final String base;
    private final String key;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .readTimeout(Duration.ofSeconds(2 * WAIT_SECONDS))
            .build();

    YardClient(String base, String key) {
        this.base = base.replaceAll("/+$", "");
        this.key = key;
    }

    Outcome draw(Example example, String site) {
        Answer accepted = send(new Request.Builder()
                .url(base + "/api/v1/jobs")
                .header("Prefer", "wait=" + WAIT_SECONDS)
                .post(RequestBody.create(example.body(site), JSON)));
        if (!accepted.isSuccessful()) {
            return new Outcome.Refused(accepted.status(), accepted.text());
        }
        JsonNode job = ended(accepted.json());
        JsonNode failure = job.path("failure");
        return failure.isObject()
                ? new Outcome.Failed(
                        failure.path("code").asString(), failure.path("message").asString())
                : read(example, job);
    }

    private JsonNode ended(JsonNode accepted) {
        JsonNode job = accepted;
        for (int i = 0; i < ROUNDS && !job.has("finishedAt"); i++) {
            job = get("/api/v1/jobs/" + job.path("id").asString() + "?wait=" + WAIT_SECONDS);
        }
        if (!job.has("finishedAt")) {
            throw new GalleryException("The job does not end: " + job);
        }
        return job;
    }

    private Outcome read(Example example, JsonNode job) {
        String address = job.path("artifact").path("url").asString();
        String read = example.read();
        Answer picture = send(new Request.Builder()
                .url(read == null ? address : address.substring(0, address.lastIndexOf('.')) + read));
        return picture.isSuccessful()
                ? new Outcome.Drawn(
                        job,
                        get("/api/v1/jobs/" + job.path("id").asString() + "/receipt"),
                        picture.body(),
                        picture.type())
                : new Outcome.Refused(picture.status(), picture.text());
    }

    private JsonNode get(String path) {
        return send(new Request.Builder().url(base + path)).json();
    }

    private record Answer(int status, String type, byte[] body) {
        boolean isSuccessful() {
            return status / 100 == 2;
        }

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private Answer send(Request.Builder request) {
        Request ready = request.header("Authorization", "Bearer " + key).build();
        try (Response response = http.newCall(ready).execute()) {
            String type = response.header("Content-Type", "");
            return new Answer(
                    response.code(), type == null ? "" : type, response.body().bytes());
        } catch (IOException e) {
            throw new GalleryException("The yard at " + base + " does not answer: " + e.getMessage(), e);
        }
    }
}
