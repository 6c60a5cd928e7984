package io.renderyard.models.wire;

import tools.jackson.databind.JsonNode;

/**
 * The body of an answer.
 *
 * @param json missing when it is none
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are read once and never compared
record Content(byte[] bytes, JsonNode json) {
    static Content of(byte[] bytes) {
        return new Content(bytes, Json.read(bytes));
    }
}
