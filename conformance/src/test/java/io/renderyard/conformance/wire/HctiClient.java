package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the HTML/CSS to Image face and follows no redirects.
 *
 * @param id user name of Basic
 * @param key password of Basic
 */
record HctiClient(String base, String id, String key, HttpClient http) {
    private static final String JSON = "application/json";

    static HctiClient of(String base, String id, String key) {
        return new HctiClient(
                base,
                id,
                key,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
    }

    /** The same yard with another credential. */
    HctiClient with(String otherId, String otherKey) {
        return new HctiClient(base, otherId, otherKey, http);
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer post(String path, String json) {
        return send("POST", path, JSON, json);
    }

    Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** With the credential. */
    Answer send(String method, String path, @Nullable String type, @Nullable String body, String... headers) {
        HttpRequest.Builder request = request(method, path, body).header("Authorization", authorization());
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Without the credential, as browsers ask. */
    Answer read(String path, String... headers) {
        HttpRequest.Builder request = request("GET", path, null);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Answer head(String path) {
        return send(request("HEAD", path, null));
    }

    /** The id of a new image, or of its twin. */
    String create(@Nullable Object... members) {
        Answer answer = post("/v1/image", Json.of(members));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("id").asString();
    }

    /** What the members say, drawn. */
    BufferedImage draw(@Nullable Object... members) {
        return image(create(members));
    }

    /** @param name an image's id, with or without an extension and a query */
    BufferedImage image(String name) {
        return read("/v1/image/" + name).picture();
    }

    /** The id of the newest image; empty when there is none. */
    String newest() {
        return get("/v1/images?count=1")
                .json()
                .path("images")
                .path(0)
                .path("id")
                .asString("");
    }

    private HttpRequest.Builder request(String method, String path, @Nullable String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
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
