package io.renderyard.dialect.pictory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.job.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A refusal; contract {@code pictory.md}, section 11.
 *
 * @param code of a 400 only
 * @param fields of a body only, which may be none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PictoryError(
        @Nullable String code, String message, @Nullable List<FieldError> fields) {

    /** A body that is wrong; section 3.4. */
    public static PictoryError ofBody(List<FieldError> fields) {
        return new PictoryError("INVALID_REQUEST_BODY", "Request body validation failed.", List.copyOf(fields));
    }

    /** A parameter or a header that is wrong. */
    public static PictoryError ofRequest(String message) {
        return new PictoryError("INVALID_REQUEST", message, null);
    }

    /**
     * Of every other kind.
     *
     * @param reason phrase of the status
     * @param detail what failed, why, and how to mend it; null when nothing is known
     */
    public static PictoryError of(int status, String reason, @Nullable String detail, List<FieldError> errors) {
        return switch (status) {
            case 400 -> ofRequest(errors.isEmpty() ? orElse(detail, reason) : sentence(errors));
            case 413 -> new PictoryError(null, "Request Too Long", null);
            // The vendor has neither, so that there are no words to keep to.
            case 422, 501 -> new PictoryError(null, orElse(detail, reason), null);
            default -> new PictoryError(null, reason, null);
        };
    }

    private static String sentence(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
    }

    private static String orElse(@Nullable String detail, String reason) {
        return detail == null || detail.isBlank() ? reason : detail;
    }
}
