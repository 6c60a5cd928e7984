package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Prompt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what fills the places in a template. */
final class VariablesReader {
    static final int MAX_NAMES = 1_000;
    static final long MAX_CHARACTERS = 1_000_000;
    private static final int MAX_NAME = 200;
    private static final int PLAIN_VALUE = 8;
    private static final int MAX_PICTURES = 8;

    private final Violations violations;
    private final @Nullable PictureReader pictures;

    /** For items of a batch: nothing is painted. */
    VariablesReader(Violations violations) {
        this(violations, null);
    }

    /** @param pictures reads what is to be painted; nothing is when null */
    VariablesReader(Violations violations, @Nullable PictureReader pictures) {
        this.violations = violations;
        this.pictures = pictures;
    }

    Variables read(String field, @Nullable Map<String, @Nullable Object> values) {
        if (values == null || values.isEmpty()) {
            return Variables.NONE;
        }
        if (values.size() > MAX_NAMES) {
            violations.add(field, "must not have more than " + MAX_NAMES + " names");
            return Variables.NONE;
        }
        for (String name : values.keySet()) {
            if (name.isBlank() || name.length() > MAX_NAME) {
                violations.add(field, "must have names of 1 to " + MAX_NAME + " characters");
                return Variables.NONE;
            }
        }
        if (size(values) > MAX_CHARACTERS) {
            violations.add(field, "must not be longer than " + MAX_CHARACTERS + " characters, all values together");
            return Variables.NONE;
        }
        return sorted(field, values);
    }

    private Variables sorted(String field, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        Map<String, Prompt> painted = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!PictureReader.isPicture(value)) {
                plain.put(name, value);
                return;
            }
            Prompt prompt = picture(field + '.' + name, Objects.requireNonNull(value));
            if (prompt != null) {
                painted.put(name, prompt);
            }
        });
        if (painted.size() > MAX_PICTURES) {
            violations.add(field, "must not have more than " + MAX_PICTURES + " of type image");
        }
        return new Variables(plain, painted);
    }

    private @Nullable Prompt picture(String field, Object value) {
        if (pictures == null) {
            violations.add(field, "of type image is for single jobs; items of a batch have plain values");
            return null;
        }
        return pictures.read(field, value);
    }

    /** About as many characters as the values have when they are written down. */
    private static long size(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case List<?> list -> list.stream().mapToLong(VariablesReader::size).sum() + list.size();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .mapToLong(entry -> entry.getKey().toString().length() + size(entry.getValue()))
                        .sum();
            case null, default -> PLAIN_VALUE;
        };
    }
}
