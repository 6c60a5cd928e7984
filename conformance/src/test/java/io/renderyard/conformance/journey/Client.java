package io.renderyard.conformance.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the native API that knows nothing of the code behind it. */
record Client(String base, String key, HttpClient http) {
    Client(String base, String key) {
        this(
                base,
                key,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** The same farm with another credential. */
    Client with(String otherKey) {
        return new Client(base, otherKey, http);
    }

    /** Drawn in any case, whatever was drawn before. */
    static String html(String markup) {
        return JsonMapper.shared().writeValueAsString(Map.of("source", Map.of("html", markup), "cache", "off"));
    }

    HttpResponse<String> post(String body, String... headers) {
        HttpRequest.Builder request = request("/api/v1/jobs").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> postTo(String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, BodyHandlers.ofString());
    }

    /** Submits and does not wait; fails unless it was accepted. */
    String submit(String body) {
        HttpResponse<String> answer = post(body);
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body()).path("id").asString();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET(), BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE(), BodyHandlers.ofString());
    }

    JsonNode job(String id, int waitSeconds) {
        return JsonMapper.shared()
                .readTree(get("/api/v1/jobs/" + id + "?wait=" + waitSeconds).body());
    }

    /** How many jobs are in one of these states; of the newest fifty. */
    long count(List<String> states) {
        return jobs().filter(job -> states.contains(job.path("state").asString()))
                .count();
    }

    /** The ids of the newest fifty jobs. */
    List<String> newest() {
        return jobs().map(job -> job.path("id").asString()).toList();
    }

    private Stream<JsonNode> jobs() {
        JsonNode jobs = JsonMapper.shared().readTree(get("/api/v1/jobs").body()).path("jobs");
        return StreamSupport.stream(jobs.spliterator(), false);
    }

    byte[] bytes(String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
        return send(request.GET(), BodyHandlers.ofByteArray()).body();
    }

    /** The bytes at a path of the API, which wants the key. */
    byte[] download(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + key);
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
