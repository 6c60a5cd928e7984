package io.renderyard.gateway.face.hcti;

import io.renderyard.kernel.job.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads which part of a list is wanted. */
final class PageRequest {
    private PageRequest() {}

    static int count(@Nullable String text, int otherwise, int most) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw Refusal.of(new FieldError("count", "must be a whole number between 1 and " + most));
        }
        return Integer.parseInt(text);
    }

    static @Nullable Long number(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.of(new FieldError(name, "must be a number that an earlier page gave"));
        }
        return Long.valueOf(text);
    }
}
