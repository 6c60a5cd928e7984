package io.renderyard.bench.gallery;

import tools.jackson.databind.JsonNode;

/** What became of an example. */
sealed interface Outcome {
    /**
     * @param bytes as they were read
     * @param type of these bytes
     */
    record Drawn(JsonNode job, JsonNode receipt, byte[] bytes, String type) implements Outcome {}

    record Failed(String code, String message) implements Outcome {}

    /** The body or the way of reading was refused at the door. */
    record Refused(int status, String answer) implements Outcome {}
}
