package io.renderyard.kernel.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fills the places in a template.
 *
 * @param values by name: texts, numbers, truth values, null, and lists and maps of these, as JSON has them
 */
public record Variables(Map<String, @Nullable Object> values) {
    public static final Variables NONE = new Variables(Map.of());

    public Variables {
        // Keeps null values and the order, which Map.copyOf would not.
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
