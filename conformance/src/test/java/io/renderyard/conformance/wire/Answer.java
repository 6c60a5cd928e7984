package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.journey.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came back. */
record Answer(int status, HttpHeaders headers, byte[] bytes) {
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** All of the body, which is one value and nothing beside it. */
    JsonNode json() {
        assertThat(header("Content-Type")).as(text()).startsWith("application/json");
        String text = text();
        assertThat(text).isEqualTo(text.strip());
        return Json.parse(text);
    }

    /** The value of a success. */
    JsonNode ok() {
        assertThat(status).as(text()).isEqualTo(200);
        return json();
    }

    /** Empty when there is no such header. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    BufferedImage picture() {
        assertThat(status).as(text()).isEqualTo(200);
        try {
            return Pixels.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A refusal has the shape that every client reads; contract, section 2.2. */
    void assertRefused(int code, String... words) {
        assertThat(status).as(text()).isEqualTo(code);
        JsonNode body = json();
        assertThat(body.isObject()).as(text()).isTrue();
        assertThat(text()).doesNotContain(":null");
        assertThat(body.path("statusCode").isNumber()).as(text()).isTrue();
        assertThat(body.path("statusCode").asInt()).isEqualTo(code);
        assertThat(body.path("error").asString("")).as(text()).isNotBlank();
        assertThat(body.path("message").asString(""))
                .as(text())
                .isNotBlank()
                .satisfies(message -> assertThat(List.of(words)).allMatch(message::contains));
        assertThat(body.has("attributes")).as(text()).isEqualTo(code == 401);
        if (code == 401) {
            assertThat(body.path("attributes").path("error")).isEqualTo(body.path("message"));
        }
        assertThat(body.path("validation_errors")).isEqualTo(body.path("validationErrors"));
        if (body.has("validation_errors")) {
            assertThat(body.path("validation_errors").values()).isNotEmpty().allSatisfy(error -> {
                assertThat(error.path("path").isString()).as(text()).isTrue();
                assertThat(error.path("message").asString("")).as(text()).isNotBlank();
            });
        }
        assertThat(header("Cache-Control")).contains("no-store");
    }

    /** As {@code 800x400}, in pixels. */
    String size() {
        BufferedImage picture = picture();
        return picture.getWidth() + "x" + picture.getHeight();
    }
}
