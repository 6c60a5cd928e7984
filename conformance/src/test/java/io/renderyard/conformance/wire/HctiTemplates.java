package io.renderyard.conformance.wire;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes templates, and pictures of them; contract, section 7. */
record HctiTemplates(HctiClient client) {
    record Made(String id, long version) {}

    Made make(Object... members) {
        JsonNode made = client.post("/v1/template", Json.of(members)).ok();
        return new Made(
                made.path("template_id").asString(),
                made.path("template_version").asLong());
    }

    /** The id of the picture. */
    String fill(String template, Map<String, ?> values) {
        return client.post("/v1/image/" + template, Json.of("template_values", values))
                .ok()
                .path("id")
                .asString();
    }
}
