package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Makes keys that may do less; contract, section 11. What is done to a key counts a moment later, since the gateways
 * remember what they looked up.
 */
record HctiKeys(HctiClient owner) {
    static final Duration SOON = Duration.ofSeconds(30);

    /** @param id what the key is managed by */
    record Made(String id, HctiClient client) {}

    Made make(String... permissions) {
        JsonNode key = owner.post("/v1/api-keys", Json.of("name", "wire", "permissions", List.of(permissions)))
                .ok();
        return new Made(
                key.path("id").asString(),
                owner.with(key.path("api_id").asString(), key.path("api_key").asString()));
    }

    void disable(Made key) {
        assertThat(owner.delete("/v1/api-keys/" + key.id()).status()).isEqualTo(204);
    }
}
