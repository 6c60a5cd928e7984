package io.renderyard.conformance.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON and reads it strictly: a second value after the first is an error. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** An object of names and values, in their order. */
    static String of(@Nullable Object... members) {
        return MAPPER.writeValueAsString(map(members));
    }

    static Map<String, @Nullable Object> map(@Nullable Object... members) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put(String.valueOf(members[i]), members[i + 1]);
        }
        return object;
    }

    static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }
}
