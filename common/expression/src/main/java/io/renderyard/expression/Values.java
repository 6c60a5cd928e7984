package io.renderyard.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as JavaScript sees them: texts, numbers, truth values, null, undefined, lists and maps. Dates and functions
 * are no values.
 */
final class Values {
    private Values() {}

    static boolean isNothing(@Nullable Object value) {
        return value == null || value == Undefined.UNDEFINED;
    }

    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Undefined ignored -> false;
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
            case CharSequence text -> !text.isEmpty();
            default -> true;
        };
    }

    /** What lies under a name or at an index, only what is its own; undefined when there is nothing. */
    static @Nullable Object member(@Nullable Object of, String name) {
        return switch (of) {
            case Map<?, ?> map -> map.containsKey(name) ? map.get(name) : Undefined.UNDEFINED;
            case List<?> list -> name.equals("length") ? (Object) list.size() : element(list, index(name));
            case CharSequence text -> name.equals("length") ? (Object) text.length() : character(text, index(name));
            case null, default -> Undefined.UNDEFINED;
        };
    }

    static @Nullable Object element(List<?> list, int index) {
        return index >= 0 && index < list.size() ? list.get(index) : Undefined.UNDEFINED;
    }

    static Object character(CharSequence text, int index) {
        return index >= 0 && index < text.length() ? String.valueOf(text.charAt(index)) : Undefined.UNDEFINED;
    }

    /** -1 for what is no index. */
    private static int index(String name) {
        boolean digits = !name.isEmpty() && name.length() <= 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (name.length() == 1 || name.charAt(0) != '0') ? Integer.parseInt(name) : -1;
    }

    /** Of elements, characters or names; of anything else it is 0. */
    static int length(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.size();
            case CharSequence text -> text.length();
            case Map<?, ?> map -> map.size();
            case null, default -> 0;
        };
    }

    /** The language's word for what it is. */
    static String type(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Undefined ignored -> "undefined";
            case Boolean ignored -> "boolean";
            case Number ignored -> "number";
            case List<?> ignored -> "array";
            case Map<?, ?> ignored -> "object";
            default -> "string";
        };
    }
}
