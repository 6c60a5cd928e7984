package io.renderyard.dialect.pictify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How subscriptions and what they are told are read and written. */
final class SubscriptionJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX");

    private SubscriptionJson() {}

    /** Nothing at all counts as an object without members. Empty when it is no JSON object. */
    static Optional<JsonNode> object(byte[] text) {
        if (text.length == 0) {
            return Optional.of(MAPPER.createObjectNode());
        }
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException | NumberFormatException e) {
            // The parser lets a number of too many digits escape as the latter.
            return Optional.empty();
        }
    }

    /** An object that we wrote. */
    static JsonNode stored(String text) {
        return MAPPER.readTree(text);
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** ISO 8601 in UTC with milliseconds. */
    static String time(Instant moment) {
        return TIME.format(moment.atOffset(ZoneOffset.UTC));
    }
}
