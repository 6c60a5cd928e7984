package io.renderyard.handlebars;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as text. */
final class Written {
    /** A number of a few characters, such as 1e999999999, may not become a text that fills the memory. */
    private static final int MOST_ZEROS = 400;

    /** Lists within lists may be much work and yet empty text. */
    private static final int DEEPEST = 10;

    private Written() {}

    /** Lists and objects as JavaScript writes them, null as empty text. */
    static String of(@Nullable Object value) {
        return of(value, DEEPEST);
    }

    private static String of(@Nullable Object value, int levels) {
        return switch (value) {
            case null -> "";
            case CharSequence text -> text.toString();
            case Boolean truth -> truth.toString();
            case BigDecimal number -> plain(number);
            case Double number -> Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : number.toString();
            case Number number -> number.toString();
            case List<?> list
            when levels > 0 -> list.stream().map(each -> of(each, levels - 1)).collect(Collectors.joining(","));
            case Map<?, ?> ignored -> "[object Object]";
            default -> "";
        };
    }

    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) > MOST_ZEROS ? shortest.toString() : shortest.toPlainString();
    }
}
