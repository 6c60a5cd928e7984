package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the client's own words. */
final class MetadataReader {
    private static final int MAX_ENTRIES = 50;
    private static final int MAX_TEXT = 500;

    private final Violations violations;

    MetadataReader(Violations violations) {
        this.violations = violations;
    }

    Map<String, String> read(String field, @Nullable Map<String, @Nullable String> metadata) {
        if (metadata == null) {
            return Map.of();
        }
        if (metadata.size() > MAX_ENTRIES) {
            violations.add(field, "must not have more than " + MAX_ENTRIES + " entries");
            return Map.of();
        }
        Map<String, String> read = new HashMap<>();
        metadata.forEach((key, value) -> {
            if (value == null) {
                violations.add(field + "." + key, "must be a string");
            } else if (key.length() > MAX_TEXT || value.length() > MAX_TEXT) {
                violations.add(field + "." + key, "must not be longer than " + MAX_TEXT + " characters");
            } else if (key.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
                violations.add(field + "." + key.replace("\0", ""), "must not hold the character U+0000");
            } else {
                read.put(key, value);
            }
        });
        return read;
    }
}
