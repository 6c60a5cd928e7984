package io.renderyard.conformance.fault.farm;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one request was answered.
 *
 * @param took from sending to the last byte
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record Answer(int status, HttpHeaders headers, byte[] bytes, Duration took) {
    static Answer of(HttpResponse<byte[]> response, Duration took) {
        return new Answer(response.statusCode(), response.headers(), response.body(), took);
    }

    public boolean isAccepted() {
        return status / 100 == 2;
    }

    public Optional<String> retryAfter() {
        return headers.firstValue("Retry-After");
    }

    /** A header that is a whole number. */
    public long number(String header) {
        return headers.firstValueAsLong(header)
                .orElseThrow(() -> new AssertionError(header + " is missing in the answer " + status));
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(bytes);
    }

    /** The job that it names. */
    public UUID job() {
        return UUID.fromString(json().path("id").asString());
    }
}
