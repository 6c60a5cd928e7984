package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbers of a query. */
final class Queries {
    private Queries() {}

    /** @throws Refusal 400 when it is no number within the bounds */
    static int number(String name, @Nullable String given, int otherwise, int least, int most) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Refusal.of(List.of(new FieldProblem(
                name, "must be a whole number between %,d and %,d".formatted(least, most), "out_of_range")));
    }

    /** Null when it says nothing. */
    static @Nullable String word(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
