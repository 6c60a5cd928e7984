package io.renderyard.dialect.hcti;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a picture or a template is made from: checked parameters in one form, so that the same request always gives the
 * same text. It is what the ledger keeps, and what the metadata of a picture shows.
 */
public record Definition(ObjectNode fields) {
    static final String TYPE = "image_type";

    /** What {@link #text} gave. */
    public static Definition parse(String text) {
        return new Definition((ObjectNode) Json.MAPPER.readTree(text));
    }

    static Definition of(Type type, ObjectNode fields) {
        return new Definition(fields.put(TYPE, type.label));
    }

    /** JSON with its members in the order of their names. */
    public String text() {
        return Json.MAPPER.writeValueAsString(fields);
    }

    Type type() {
        return Type.of(fields.path(TYPE).asString());
    }

    /** Drawn once and never again, even where the picture was lost. */
    public boolean isOnce() {
        return flag("max_render_once");
    }

    /** What a picture that is filled from a template was made with; empty for others. */
    public Optional<Filling> filling() {
        return type() == Type.TEMPLATED ? Optional.of(Filling.of(fields)) : Optional.empty();
    }

    /** Without its parameters: headers are secrets. */
    @Override
    public String toString() {
        return "Definition[" + type().label + "]";
    }

    /** The markup; empty for an address. */
    public String markup() {
        return text(Parameters.HTML);
    }

    boolean flag(String name) {
        return fields.path(name).asBoolean(false);
    }

    boolean has(String name) {
        return fields.has(name);
    }

    String text(String name) {
        return fields.path(name).asString("");
    }

    @Nullable
    String textOrNull(String name) {
        return fields.has(name) ? fields.path(name).asString() : null;
    }

    int number(String name, int otherwise) {
        return fields.path(name).asInt(otherwise);
    }

    double decimal(String name, double otherwise) {
        return fields.path(name).asDouble(otherwise);
    }

    JsonNode at(String name) {
        return fields.path(name);
    }

    /** What a definition is of, in the words of the metadata; section 8.4. */
    enum Type {
        HTML_CSS("html_css"),
        URL("url"),
        TEMPLATED("templated"),
        TEMPLATE("template");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        static Type of(String label) {
            for (Type type : values()) {
                if (type.label.equals(label)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("not a kind of definition: " + label);
        }
    }
}
