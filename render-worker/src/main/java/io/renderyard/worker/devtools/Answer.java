package io.renderyard.worker.devtools;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One message from the browser, read.
 *
 * @param body the whole message; null for a message that is nothing but {@code data}
 * @param data the bytes of a picture or a document
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Answer(@Nullable JsonNode body, byte @Nullable [] data) {
    public JsonNode part(String name) {
        return body == null ? MissingNode.getInstance() : body.path(name);
    }
}
