package io.renderyard.expression;

import java.util.function.Predicate;

/**
 * How a template is filled in.
 *
 * @param escape for values that are written into the text
 * @param isStrict whether each name must have a value
 * @param rawNames whether a variable may be written without escaping, by its name; {@code this} is all of them at once
 * @param hasScripts whether values may be written so inside scripts, too
 * @param longest characters of the result
 */
public record Filling(Escape escape, boolean isStrict, Predicate<String> rawNames, boolean hasScripts, int longest) {
    /** Forgiving; what is written without escaping is so. */
    public static Filling of(Escape escape, int longest) {
        return new Filling(escape, false, name -> true, true, longest);
    }
}
