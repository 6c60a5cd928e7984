package io.renderyard.kernel.job;

import io.renderyard.kernel.prompt.Prompt;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fills the places in a template.
 *
 * @param values by name: texts, numbers, truth values, null, and lists and maps of these, as JSON has them
 * @param pictures by name: what is painted first, and then fills its place as the address of a picture
 */
public record Variables(Map<String, @Nullable Object> values, Map<String, Prompt> pictures) {
    public static final Variables NONE = new Variables(Map.of());

    public Variables {
        // Keeps null values and the order, which Map.copyOf would not.
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }

    /** Without pictures. */
    public Variables(Map<String, @Nullable Object> values) {
        this(values, Map.of());
    }

    public boolean isEmpty() {
        return values.isEmpty() && pictures.isEmpty();
    }
}
