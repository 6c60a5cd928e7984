package io.renderyard.expression;

import java.util.List;

/**
 * How a function is called, for people.
 *
 * @param category where it is listed
 * @param example an expression that needs no variables
 * @param result of the example, as text
 * @param returns a type's word, or {@code any}
 */
public record Signature(
        String name,
        Category category,
        String description,
        List<Parameter> parameters,
        String returns,
        String example,
        String result) {
    /** Copies the list. */
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /** Where a function is listed. */
    public enum Category {
        STRING,
        NUMBER,
        FORMATTING,
        ARRAY,
        TYPE,
        UTILITY
    }

    /**
     * One value that is handed over.
     *
     * @param type a type's word, or {@code any}
     * @param isOptional whether it may be left out
     * @param whenLeftOut what counts then, as the language writes it; empty where nothing does
     */
    public record Parameter(String name, String type, boolean isOptional, String whenLeftOut) {}

    /** Such as {@code truncate(text, length, suffix?)}. */
    public String syntax() {
        return name
                + parameters.stream()
                        .map(parameter -> parameter.name() + (parameter.isOptional() ? "?" : ""))
                        .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
    }
}
