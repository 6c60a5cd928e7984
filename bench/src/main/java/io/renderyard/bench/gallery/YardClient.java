package io.renderyard.bench.gallery;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks for pictures as a user would. */
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

    /** @param site origin of the examples' own pages */
    Outcome draw(Request request, String site) {
        return switch (request) {
            case Request.Job job -> draw(job, site);
            case Request.Starter starter -> draw(starter);
        };
    }

    /** One request, then waits for the job's end, then reads the picture. */
    private Outcome draw(Request.Job wanted, String site) {
        Answer accepted = send(at(base + "/api/v1/jobs")
                .header("Prefer", "wait=" + WAIT_SECONDS)
                .post(RequestBody.create(wanted.body(site), JSON)));
        if (!accepted.isSuccessful()) {
            return new Outcome.Refused(accepted.status(), accepted.text());
        }
        JsonNode job = ended(accepted.json());
        JsonNode failure = job.path("failure");
        if (failure.isObject()) {
            return new Outcome.Failed(
                    failure.path("code").asString(), failure.path("message").asString());
        }
        String address = job.path("artifact").path("url").asString();
        String read = wanted.read();
        return read(
                read == null ? address : address.substring(0, address.lastIndexOf('.')) + read,
                get("/api/v1/jobs/" + job.path("id").asString() + "/receipt"));
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

    /** Takes the template as the caller's own, renders it and deletes it again. */
    private Outcome draw(Request.Starter wanted) {
        Answer taken = post(wanted.fork(), "");
        if (!taken.isSuccessful()) {
            return new Outcome.Refused(taken.status(), taken.text());
        }
        String template = "/templates/" + taken.json().path("uid").asString();
        Answer rendered = post(template + "/render", wanted.body().toString());
        Answer unused = send(at(base + template).delete());
        return rendered.isSuccessful()
                ? read(rendered.json().path("url").asString(), MissingNode.getInstance())
                : new Outcome.Refused(rendered.status(), rendered.text());
    }

    private Outcome read(String address, JsonNode receipt) {
        Answer picture = send(at(address));
        return picture.isSuccessful()
                ? new Outcome.Drawn(receipt, picture.body(), picture.type())
                : new Outcome.Refused(picture.status(), picture.text());
    }

    private Answer post(String path, String body) {
        return send(at(base + path).post(RequestBody.create(body, JSON)));
    }

    private JsonNode get(String path) {
        return send(at(base + path)).json();
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

    private static okhttp3.Request.Builder at(String url) {
        return new okhttp3.Request.Builder().url(url);
    }

    private Answer send(okhttp3.Request.Builder request) {
        okhttp3.Request ready = request.header("Authorization", "Bearer " + key).build();
        try (Response response = http.newCall(ready).execute()) {
            String type = response.header("Content-Type", "");
            return new Answer(
                    response.code(), type == null ? "" : type, response.body().bytes());
        } catch (IOException e) {
            throw new GalleryException("The yard at " + base + " does not answer: " + e.getMessage(), e);
        }
    }
}
