package io.renderyard.dialect.pictory;

import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How this face reads and writes JSON. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Empty when it is not JSON, and when there is nothing. */
    static Optional<JsonNode> read(byte[] text) {
        return read(() -> MAPPER.readTree(text));
    }

    private static Optional<JsonNode> read(Supplier<JsonNode> reading) {
        try {
            JsonNode value = reading.get();
            return value.isMissingNode() ? Optional.empty() : Optional.of(value);
        } catch (JacksonException | NumberFormatException e) {
            // The parser lets a number of too many digits escape as the latter.
            return Optional.empty();
        }
    }

    static String write(Object view) {
        return MAPPER.writeValueAsString(view);
    }
}
