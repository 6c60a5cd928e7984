package io.renderyard.dialect.hcti;

import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.template.TemplateVersionId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A version of a template and the values for its places. */
public record Filling(TemplateVersionId template, ObjectNode values) {
    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    static Filling of(ObjectNode fields) {
        TemplateVersionId template = new TemplateVersionId(
                TemplateName.parse(fields.path("template_id").asString()).orElseThrow(),
                fields.path("template_version").asLong());
        JsonNode values = fields.path("template_values");
        return new Filling(template, (ObjectNode) values);
    }

    /** As the picture's definition. */
    public Definition definition() {
        ObjectNode fields = Json.object()
                .put("template_id", TemplateName.of(template.template()))
                .put("template_version", template.number());
        fields.set("template_values", values);
        return Definition.of(Definition.Type.TEMPLATED, fields);
    }

    Variables variables() {
        return new Variables(Json.MAPPER.convertValue(values, VALUES));
    }
}
