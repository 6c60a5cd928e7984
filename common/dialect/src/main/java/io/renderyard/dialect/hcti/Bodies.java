package io.renderyard.dialect.hcti;

import io.renderyard.dialect.hcti.Understanding.Refused;
import io.renderyard.dialect.hcti.Understanding.Understood;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns what is sent into an object of parameters, in whichever of the forms of section 3.1 it comes. */
public final class Bodies {
    private static final Set<String> REPEATED = Set.of("headers", "additional_header_origins");

    private Bodies() {}

    public static Understanding<ObjectNode> json(byte[] body) {
        try {
            return Json.read(body) instanceof ObjectNode object
                    ? new Understood<>(object)
                    : Refused.of("The body must be a JSON object.");
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            return Refused.of(
                    place == null || place.getLineNr() < 1
                            ? "The body is nested too deep, or has a name or a number that is too long."
                            : "The body is not JSON (line %d, column %d)."
                                    .formatted(place.getLineNr(), place.getColumnNr()));
        }
    }

    /** True for text that can only be meant as JSON, whatever its content type says. */
    public static boolean looksLikeJson(byte[] body) {
        for (byte one : body) {
            if (!Character.isWhitespace(one)) {
                return one == '{';
            }
        }
        return false;
    }

    /** Of a form or a query, decoded, in their order. The last of a name counts, where it is not a list. */
    public static ObjectNode form(List<Map.Entry<String, String>> pairs) {
        ObjectNode object = Json.object();
        for (Map.Entry<String, String> pair : pairs) {
            String name = pair.getKey();
            if (REPEATED.contains(name)) {
                (object.path(name) instanceof ArrayNode list ? list : object.putArray(name)).add(pair.getValue());
            } else {
                object.put(name, pair.getValue());
            }
        }
        return object;
    }

    /**
     * Values of a template that stand in a query: JSON where it is, else the text; section 6.4.
     *
     * @param pairs decoded, without what is meant for reading the picture
     */
    public static ObjectNode values(List<Map.Entry<String, String>> pairs) {
        ObjectNode values = Json.object();
        pairs.forEach(pair -> values.set(pair.getKey(), value(pair.getValue())));
        return values;
    }

    private static JsonNode value(String text) {
        try {
            JsonNode value = Json.read(text);
            return value.isMissingNode() ? StringNode.valueOf(text) : value;
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }
}
