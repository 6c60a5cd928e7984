package io.renderyard.models.wire;

import io.renderyard.models.Handle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads answers tolerantly: what is not there is empty. */
final class Json {
    /** Room for a picture of the most bytes, in Base64. */
    static final int LONGEST = 56 * 1024 * 1024;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST)
                            .maxNestingDepth(100)
                            .build())
                    .build())
            .build();

    private Json() {}

    /** A missing node for what is no JSON. */
    static JsonNode read(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    /**
     * A missing node for what is no JSON. A text of 64 KB or more that is Base64 is given as its bytes.
     *
     * @param bytes in an array, and not kept
     */
    static JsonNode read(ByteBuffer bytes) {
        try (JsonParser parser = new LongTexts(
                MAPPER.createParser(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining()), bytes)) {
            JsonNode node = MAPPER.readTree(parser);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** What an adapter wrote into a handle. */
    static JsonNode names(Handle handle) {
        return read(handle.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The first of these places that holds a text which is not blank, or bytes; else empty. */
    static Optional<JsonNode> encoded(JsonNode node, String... pointers) {
        return Arrays.stream(pointers)
                .map(node::at)
                .filter(value -> value.isBinary() || !value.stringValue("").isBlank())
                .findFirst();
    }

    /** The first of these places that holds a text which is not blank, else empty. */
    static Optional<String> text(JsonNode node, String... pointers) {
        return Arrays.stream(pointers)
                .map(pointer -> node.at(pointer).stringValue(""))
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
