package io.renderyard.handlebars;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What counts as yes. */
final class Truth {
    private Truth() {}

    /** False are null, {@code false}, empty text, an empty list, and 0 unless that holds. An empty object is true. */
    static boolean holds(@Nullable Object value, boolean zeroHolds) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case CharSequence text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case BigDecimal number -> zeroHolds || number.signum() != 0;
            case Number number -> zeroHolds || number.doubleValue() != 0;
            default -> true;
        };
    }
}
