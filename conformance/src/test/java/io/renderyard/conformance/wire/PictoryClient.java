package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends requests to the Pictory face as its documented clients do: the bare key, and polls while a job is in progress.
 *
 * @param base origin, without the face's prefix
 * @param key goes into {@code Authorization} as it is; empty for none
 * @param clientId public id of a key, for tokens
 * @param clientSecret that key
 */
record PictoryClient(String base, String key, String clientId, String clientSecret, HttpClient http) {
    static final String PREFIX = "/pictoryapis/v1";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    static PictoryClient of(JsonNode credentials) {
        return new PictoryClient(
                credentials.path("baseUrl").asString(),
                credentials.path("pictoryKey").asString(),
                credentials.path("apiId").asString(),
                credentials.path("apiKey").asString(),
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** The same yard with another credential. */
    PictoryClient with(String otherKey) {
        return new PictoryClient(base, otherKey, clientId, clientSecret, http);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, null, headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, "application/json", json, headers);
    }

    Answer submit(String json, String... headers) {
        return post("/aistudio/images", json, headers);
    }

    /** The id of a new job. */
    String create(@Nullable Object... members) {
        Answer answer = submit(Json.of(members));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("data").path("jobId").asString();
    }

    Answer poll(String id) {
        return get("/jobs/" + id);
    }

    /** Every poll until the job is no longer in progress; the last one is the end. */
    List<Answer> follow(String id) {
        List<Answer> polls = new ArrayList<>();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        polls.add(poll(id));
        while (status(polls.getLast()).equals("in-progress") && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            polls.add(poll(id));
        }
        return polls;
    }

    static String status(Answer poll) {
        return poll.ok().path("data").path("status").asString();
    }

    /** What a job came to. */
    JsonNode end(String id) {
        return follow(id).getLast().ok();
    }

    /** With the credential. */
    Answer send(String method, String path, @Nullable String type, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + PREFIX + path))
                .timeout(LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Authorization", key);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** The bytes at an address, without the credential. */
    Answer download(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(LONGEST));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
