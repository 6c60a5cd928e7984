package io.renderyard.models.wire;

import java.nio.ByteBuffer;
import tools.jackson.databind.JsonNode;

/**
 * The body of an answer.
 *
 * @param json missing when it is none
 * @param other all of what is no JSON; empty when it is
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are read once and never compared
record Content(JsonNode json, byte[] other) {
    private static final byte[] NOTHING = {};

    /** @param body is not kept */
    static Content of(ByteBuffer body) {
        JsonNode json = Json.read(body);
        if (!json.isMissingNode()) {
            return new Content(json, NOTHING);
        }
        byte[] other = new byte[body.remaining()];
        body.get(body.position(), other);
        return new Content(json, other);
    }
}
