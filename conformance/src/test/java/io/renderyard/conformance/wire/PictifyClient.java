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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends requests to the Pictify face as its official clients do: JSON and a bearer.
 *
 * @param base origin
 * @param key empty for none
 * @param webhookSecret the account's
 */
record PictifyClient(String base, String key, String webhookSecret, HttpClient http) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    static PictifyClient of(JsonNode credentials) {
        return new PictifyClient(
                credentials.path("baseUrl").asString(),
                credentials.path("apiKey").asString(),
                credentials.path("webhookSecret").asString(),
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** The same yard with another credential. */
    PictifyClient with(String otherKey) {
        return new PictifyClient(base, otherKey, webhookSecret, http);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer put(String path, @Nullable Object... members) {
        return send("PUT", path, Json.of(members));
    }

    Answer post(String path, @Nullable Object... members) {
        return send("POST", path, Json.of(members));
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = request(method, path, body).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** A form in parts, as browsers send files. */
    Answer sendForm(String path, String body, String contentType) {
        return send(request("POST", path, body).header("Content-Type", contentType));
    }

    private HttpRequest.Builder request(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    /** A new template's name. */
    String template(@Nullable Object... members) {
        JsonNode made = post("/templates", members).ok();
        assertThat(made.path("template").path("uid").asString()).isNotEmpty();
        return made.path("template").path("uid").asString();
    }

    /** The bytes at an address, without the credential. */
    Answer download(JsonNode url) {
        return send(HttpRequest.newBuilder(URI.create(url.asString())).timeout(LONGEST));
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

    /** A refusal that each of the clients can read; contract, section 2.1. */
    static JsonNode refusal(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonNode body = Json.parse(answer.text());
        assertThat(body.path("type").asString()).as(answer.text()).endsWith("/" + slug);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("title").asString()).isNotBlank();
        assertThat(body.path("instance").asString()).startsWith("/");
        assertThat(body.path("detail").asString()).isNotBlank();
        assertThat(body.path("error")).isEqualTo(body.path("detail"));
        assertThat(body.path("message")).isEqualTo(body.path("detail"));
        body.path("errors").values().forEach(error -> {
            assertThat(error.path("field").asString()).isNotBlank();
            assertThat(error.path("message").asString()).isNotBlank();
            assertThat(error.path("code").asString()).isNotBlank();
        });
        return body;
    }
}
