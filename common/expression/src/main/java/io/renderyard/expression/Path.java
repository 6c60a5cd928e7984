package io.renderyard.expression;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way to a value inside others. */
final class Path {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private Path() {}

    /** Null when there is nothing. */
    static @Nullable Object find(List<String> path, @Nullable Object from) {
        Object value = from;
        for (String step : path) {
            value = switch (value) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list -> element(list, step);
                case null, default -> null;
            };
        }
        return value;
    }

    private static @Nullable Object element(List<?> list, String step) {
        if (!INDEX.matcher(step).matches()) {
            return null;
        }
        int index = Integer.parseInt(step);
        return index < list.size() ? list.get(index) : null;
    }
}
