package io.renderyard.db.template;

import io.renderyard.kernel.template.Engine;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateHead;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Templates as they lie in the ledger: JSON. */
final class TemplateCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private TemplateCodec() {}

    static String write(TemplateContent content) {
        return JSON.writeValueAsString(content);
    }

    static TemplateContent read(String stored) {
        ObjectNode json = (ObjectNode) JSON.readTree(stored);
        return json.has("engine") ? JSON.treeToValue(json, TemplateContent.class) : first(json);
    }

    /** As they were stored before there was more than one language: the parameters of a picture. */
    private static TemplateContent first(ObjectNode json) {
        TemplateHead head = TemplateHead.of(json.path("name").asString(""), take(json, "description"));
        json.remove("name");
        TemplateBody base = new TemplateBody(
                json.path("html").asString(""),
                take(json, "css"),
                json.has("viewport_width") ? json.path("viewport_width").asInt() : null,
                json.has("viewport_height") ? json.path("viewport_height").asInt() : null);
        json.remove(List.of("html", "image_type", "viewport_width", "viewport_height"));
        return new TemplateContent(
                Engine.HANDLEBARS, head, base, List.of(), Map.of(), false, true, false, JSON.writeValueAsString(json));
    }

    private static @Nullable String take(ObjectNode json, String member) {
        return json.has(member) ? json.remove(member).asString() : null;
    }
}
