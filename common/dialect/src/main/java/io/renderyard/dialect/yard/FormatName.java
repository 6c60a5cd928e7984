package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The formats as clients write them. */
enum FormatName {
    PNG,
    JPEG,
    WEBP,
    AVIF,
    GIF,
    PDF;

    /** Null when there is no such format. */
    static @Nullable FormatName find(String name) {
        String known = name.equals("jpg") ? "jpeg" : name;
        return Arrays.stream(values())
                .filter(format -> format.label().equals(known))
                .findFirst()
                .orElse(null);
    }

    String label() {
        return Violations.label(this);
    }

    static String all() {
        return labels(Set.of(values()), "or");
    }

    /** In a fixed order, such as {@code jpeg, webp and avif}. */
    static String labels(Set<FormatName> formats, String last) {
        return Violations.list(
                Arrays.stream(values())
                        .filter(formats::contains)
                        .map(FormatName::label)
                        .toList(),
                last);
    }
}
