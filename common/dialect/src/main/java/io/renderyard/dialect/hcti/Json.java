package io.renderyard.dialect.hcti;

import java.util.function.Supplier;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How this face reads and writes JSON. */
final class Json {
    static final JsonMapper MAPPER = mapper(StreamReadConstraints.defaults());

    /** Far less deep than what may be written: whatever is read can be kept in something else. */
    private static final JsonMapper SHALLOW =
            mapper(StreamReadConstraints.builder().maxNestingDepth(100).build());

    private Json() {}

    private static JsonMapper mapper(StreamReadConstraints constraints) {
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** What a client wrote; missing when it is empty. */
    static JsonNode read(byte[] text) {
        return read(() -> SHALLOW.readTree(text));
    }

    /** As {@link #read(byte[])}. */
    static JsonNode read(String text) {
        return read(() -> SHALLOW.readTree(text));
    }

    /** A number of too many digits before its point is no fault of the parser's in the parser's eyes. */
    private static JsonNode read(Supplier<JsonNode> reading) {
        try {
            return reading.get();
        } catch (NumberFormatException e) {
            throw new StreamReadException(null, "a number is beyond all bounds", e);
        }
    }
}
