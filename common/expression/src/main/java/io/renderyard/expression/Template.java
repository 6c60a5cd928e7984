package io.renderyard.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with places: <code>{{name}}</code> is escaped, <code>{{{name}}}</code> is not. A name may be a path into what is
 * within, such as <code>guest.seats.0</code>. Whatever else stands between braces is text. Taken apart once, filled as
 * often as wanted.
 */
public final class Template {
    private static final String PATH = "\\s*([\\p{L}\\p{N}_$-]+(?:\\.[\\p{L}\\p{N}_$-]+)*)\\s*";
    private static final Pattern PLACE =
            Pattern.compile("\\{\\{\\{" + PATH + "}}}|\\{\\{" + PATH + "}}(?!})", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    public static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int at = 0;
        while (place.find()) {
            parts.add(new Part.Literal(text.substring(at, place.start())));
            boolean raw = place.group(1) != null;
            parts.add(new Part.Place(path(raw ? place.group(1) : place.group(2)), raw));
            at = place.end();
        }
        parts.add(new Part.Literal(text.substring(at)));
        return new Template(parts);
    }

    private static List<String> path(String text) {
        return Arrays.asList(text.split("\\."));
    }

    /**
     * The text with its places filled. What is missing or null is empty text.
     *
     * @param values by name, in JSON's types: texts, numbers, truth values, null, lists and maps
     * @param longest characters of the result
     */
    public String fill(Map<String, ? extends @Nullable Object> values, Escape escape, int longest)
            throws TooLongException {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            String text = switch (part) {
                case Part.Literal literal -> literal.text();
                case Part.Place place -> written(place, values, escape);
            };
            if (filled.length() + text.length() > longest) {
                throw new TooLongException(longest);
            }
            filled.append(text);
        }
        return filled.toString();
    }

    private static String written(Part.Place place, Map<String, ? extends @Nullable Object> values, Escape escape) {
        String text = Written.of(Path.find(place.path(), values));
        return place.raw() ? text : escape.apply(text);
    }
}
