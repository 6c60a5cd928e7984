package io.renderyard.dialect.hcti;

import io.renderyard.dialect.field.Violations;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the parameters of one picture or template. Unknown ones are passed over, as are those that mean nothing here. */
final class DefinitionReader {
    private static final int LEAST_JUMBO = 8_000;
    private static final long MOST_PIXELS = 400_000_000;

    private final ObjectNode given;
    private final Violations violations;

    DefinitionReader(ObjectNode given, Violations violations) {
        this.given = given;
        this.violations = violations;
    }

    /** A non-empty url goes before html: section 3.3. */
    boolean isUrl() {
        return isGiven(Parameters.URL);
    }

    boolean hasSource() {
        return isUrl() || isGiven(Parameters.HTML);
    }

    private boolean isGiven(String name) {
        JsonNode value = given.path(name);
        return Checks.says(value) && !(value.isString() && value.stringValue().isBlank());
    }

    Definition read(boolean signed) {
        return isUrl()
                ? Definition.of(Definition.Type.URL, fields(Context.URL, signed))
                : Definition.of(Definition.Type.HTML_CSS, fields(Context.HTML, signed));
    }

    Definition template() {
        return Definition.of(Definition.Type.TEMPLATE, fields(Context.TEMPLATE, false));
    }

    private ObjectNode fields(Context context, boolean signed) {
        ObjectNode fields = Json.object();
        for (Parameter parameter : Parameters.ALL) {
            JsonNode value = given.path(parameter.name());
            if (Checks.says(value) && parameter.isFor(context, signed)) {
                JsonNode read = parameter.check().read(parameter.name(), value, violations);
                if (read != null && !Defaults.is(context, parameter.name(), read)) {
                    fields.set(parameter.name(), read);
                }
            }
        }
        pair(fields, "viewport_width", "viewport_height");
        jumbo(fields);
        headers(fields);
        return fields;
    }

    private void pair(ObjectNode fields, String width, String height) {
        follows(fields, width, height);
        follows(fields, height, width);
    }

    private void follows(ObjectNode fields, String one, String other) {
        if (fields.has(one) && !fields.has(other) && violations.noneOf(other)) {
            violations.add(other, "is missing: it comes together with " + one);
        }
    }

    private void jumbo(ObjectNode fields) {
        String wide = "jumbo_max_width";
        String high = "jumbo_max_height";
        pair(fields, wide, high);
        if (!fields.has(wide) || !fields.has(high)) {
            return;
        }
        long width = fields.path(wide).asLong();
        long height = fields.path(high).asLong();
        if (Math.max(width, height) <= LEAST_JUMBO) {
            violations.add(wide, "or jumbo_max_height must be greater than 8000; smaller pictures need neither");
        }
        if (width * height > MOST_PIXELS) {
            violations.add(wide, "times jumbo_max_height must not be more than 400,000,000 pixels");
        }
        if (fields.has("pdf_options")) {
            violations.add("pdf_options", "must not come with jumbo_max_width and jumbo_max_height");
        }
    }

    private void headers(ObjectNode fields) {
        if (fields.has("headers") || !violations.noneOf("headers")) {
            return;
        }
        for (String name : List.of("additional_header_origins", "include_headers_on_subrequests")) {
            if (fields.has(name)) {
                violations.add(name, "needs headers");
            }
        }
    }
}
