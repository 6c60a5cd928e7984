package io.renderyard.dialect.hcti;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is the case where a request says nothing; section 3.4. Whoever says it in so many words asks for the same picture,
 * so it is not kept. Of a template it is: its owner sees what he stored.
 */
final class Defaults {
    static final int MARKUP_SCALE = 2;
    static final int URL_SCALE = 1;

    private static final JsonNode NO_DELAY = IntNode.valueOf(0);
    private static final JsonNode SCREEN = StringNode.valueOf("screen");

    private static final Map<String, JsonNode> OF_MARKUP = Map.of(
            "device_scale",
            DecimalNode.valueOf(BigDecimal.valueOf(MARKUP_SCALE)),
            "ms_delay",
            NO_DELAY,
            "media_type",
            SCREEN,
            "disable_twemoji",
            BooleanNode.FALSE);
    private static final Map<String, JsonNode> OF_ADDRESS = Map.of(
            "device_scale",
            DecimalNode.valueOf(BigDecimal.valueOf(URL_SCALE)),
            "ms_delay",
            NO_DELAY,
            "media_type",
            SCREEN,
            "disable_twemoji",
            BooleanNode.TRUE);

    private Defaults() {}

    /** @param read in the form in which it would be kept */
    static boolean is(Context context, String name, JsonNode read) {
        return read.equals(of(context).get(name));
    }

    private static Map<String, JsonNode> of(Context context) {
        return switch (context) {
            case HTML -> OF_MARKUP;
            case URL -> OF_ADDRESS;
            case TEMPLATE -> Map.of();
        };
    }
}
