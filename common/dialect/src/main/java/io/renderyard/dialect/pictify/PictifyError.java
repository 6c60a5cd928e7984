package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in a body that each of the vendor's clients can read; section 2.1.
 *
 * @param type address of the vendor's page on this kind of error
 * @param detail what failed, why, and how to mend it
 * @param instance path as it was asked for
 * @param error the detail again, where one family of clients looks for it
 * @param message the detail again, where another family does
 * @param code for programs
 * @param retrySeconds in two spellings
 * @param further members that only this kind has
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PictifyError(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String error,
        String message,
        @Nullable String code,
        List<FieldProblem> errors,
        @JsonProperty("retry_after") @Nullable Long retrySeconds,
        @JsonAnyGetter Map<String, Object> further) {
    private static final String PAGES = "https://docs.pictify.io/errors/";

    /**
     * @param kind two or three words, such as {@code template not found}, of which type and title are made
     * @param instance path as it was asked for
     */
    public static PictifyError of(
            int status,
            String kind,
            String detail,
            String instance,
            @Nullable String code,
            List<FieldProblem> errors,
            @Nullable Long retrySeconds,
            Map<String, Object> further) {
        Map<String, Object> more = new LinkedHashMap<>(further);
        if (retrySeconds != null) {
            more.put("retryAfter", retrySeconds);
        }
        String title = Arrays.stream(kind.split(" ")).map(PictifyError::capital).collect(Collectors.joining(" "));
        return new PictifyError(
                PAGES + kind.toLowerCase(Locale.ROOT).replace(' ', '-'),
                title,
                status,
                detail,
                instance,
                detail,
                detail,
                code,
                List.copyOf(errors),
                retrySeconds,
                more);
    }

    /** Words that the vendor writes in capitals stay so. */
    private static String capital(String word) {
        return switch (word) {
            case "api", "url" -> word.toUpperCase(Locale.ROOT);
            default -> word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        };
    }
}
