package io.renderyard.kernel.render;

import java.util.Optional;
import java.util.regex.Pattern;

/** @param rgb 24 bits, red first */
public record Colour(int rgb) {
    public static final Colour WHITE = new Colour(0xFFFFFF);

    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

    /** Empty when the text is not of the form {@code #rrggbb}. */
    public static Optional<Colour> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new Colour(Integer.parseInt(text.substring(1), 16)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "#%06x".formatted(rgb);
    }
}
