package io.renderyard.dialect.hcti;

import io.renderyard.kernel.template.Engine;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateHead;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Templates in this face's words, and in those of every face. */
public final class TemplateForm {
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String STYLE = "css";
    private static final String WIDTH = "viewport_width";
    private static final String HEIGHT = "viewport_height";

    private TemplateForm() {}

    /** @param template what {@link ImageRequests#template} read */
    public static TemplateContent content(Definition template) {
        ObjectNode options = template.fields().deepCopy();
        options.remove(List.of(Parameters.HTML, NAME, DESCRIPTION, STYLE, WIDTH, HEIGHT, Definition.TYPE));
        return new TemplateContent(
                Engine.HANDLEBARS,
                TemplateHead.of(template.text(NAME), template.textOrNull(DESCRIPTION)),
                new TemplateBody(
                        template.markup(), template.textOrNull(STYLE), side(template, WIDTH), side(template, HEIGHT)),
                List.of(),
                Map.of(),
                false,
                true,
                false,
                Json.MAPPER.writeValueAsString(options));
    }

    private static @Nullable Integer side(Definition template, String name) {
        return template.has(name) ? (Integer) template.number(name, 0) : null;
    }

    /** Of any face's template, without what this one has no word for. */
    public static Definition definition(TemplateContent content) {
        ObjectNode fields = (ObjectNode) Json.MAPPER.readTree(content.options());
        TemplateBody base = content.base();
        fields.put(Parameters.HTML, base.markup());
        put(
                fields,
                NAME,
                content.head().name().isEmpty() ? null : content.head().name());
        put(fields, DESCRIPTION, content.head().description());
        put(fields, STYLE, base.style());
        if (base.width() != null && base.height() != null) {
            fields.put(WIDTH, base.width()).put(HEIGHT, base.height());
        }
        return Definition.of(Definition.Type.TEMPLATE, fields);
    }

    private static void put(ObjectNode fields, String name, @Nullable String text) {
        if (text != null) {
            fields.put(name, text);
        }
    }
}
