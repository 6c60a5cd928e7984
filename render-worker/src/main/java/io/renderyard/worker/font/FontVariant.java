package io.renderyard.worker.font;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A weight, 1 to 1000, upright or italic. */
record FontVariant(int weight, boolean italic) {
    static final FontVariant REGULAR = new FontVariant(400, false);

    private static final int BOLD = 700;
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{1,4}|regular|normal|bold|b)?\\s*(italic|i)?", Pattern.CASE_INSENSITIVE);

    /** Empty when it is no variant. */
    static Optional<FontVariant> of(String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches() || text.isBlank()) {
            return Optional.empty();
        }
        FontVariant variant = new FontVariant(weight(shape), shape.group(2) != null);
        return variant.weight >= 1 && variant.weight <= 1000 ? Optional.of(variant) : Optional.empty();
    }

    private static int weight(Matcher shape) {
        String word = shape.group(1) == null ? "regular" : shape.group(1).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "regular", "normal" -> REGULAR.weight;
            case "bold", "b" -> BOLD;
            default -> Integer.parseInt(word);
        };
    }

    /** What follows the family in an address of the CSS API, version 2. */
    String axes() {
        if (equals(REGULAR)) {
            return "";
        }
        return italic ? ":ital,wght@1," + weight : ":wght@" + weight;
    }
}
