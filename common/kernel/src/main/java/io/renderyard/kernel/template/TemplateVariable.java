package io.renderyard.kernel.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a place.
 *
 * @param type the author's word, such as {@code text} or {@code number}; nobody is held to it
 * @param defaultValue in JSON's types; what is filled in where no value comes; nothing when null
 * @param required a render without it, and without a default, is refused
 * @param minLength characters of a text
 * @param maxLength characters of a text
 * @param raw its value may be markup
 * @param notes what the author's editor keeps with it, handed back unchanged
 */
public record TemplateVariable(
        String name,
        String type,
        @Nullable Object defaultValue,
        @Nullable String description,
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        boolean raw,
        Map<String, @Nullable Object> notes) {
    public static final String TEXT = "text";

    public TemplateVariable {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** One that was found in the markup, and of which nothing is known. */
    public static TemplateVariable found(String name) {
        return new TemplateVariable(name, TEXT, "", null, false, null, null, false, Map.of());
    }
}
