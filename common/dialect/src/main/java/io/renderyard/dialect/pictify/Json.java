package io.renderyard.dialect.pictify;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How this face reads and writes JSON. */
final class Json {
    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};
    private static final int DEEPEST = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** Empty when it is not JSON; an empty object when there is nothing. */
    static Optional<JsonNode> read(byte[] text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            return Optional.of(value.isMissingNode() || value.isNull() ? MAPPER.createObjectNode() : value);
        } catch (JacksonException | NumberFormatException e) {
            // The parser lets a number of too many digits escape as the latter.
            return Optional.empty();
        }
    }

    /** An object's members in JSON's types. */
    static Map<String, @Nullable Object> values(JsonNode object) {
        return MAPPER.convertValue(object, VALUES);
    }

    static @Nullable Object value(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : MAPPER.convertValue(value, Object.class);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String write(Object view) {
        return MAPPER.writeValueAsString(view);
    }

    /** Bytes of UTF-8 that it takes. */
    static int size(Object value) {
        return MAPPER.writeValueAsBytes(value).length;
    }
}
