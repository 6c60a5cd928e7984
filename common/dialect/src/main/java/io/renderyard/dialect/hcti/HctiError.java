package io.renderyard.dialect.hcti;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.kernel.job.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal; contract {@code hcti.md}, section 2.2. Some clients refuse nulls, so that what is not there is left out.
 *
 * @param error reason phrase of the status
 * @param message never blank
 * @param snakeCase what is wrong, under the name that most clients read
 * @param camelCase the same under the name that the others read
 * @param attributes only of a 401
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HctiError(
        String error,
        int statusCode,
        String message,
        @JsonProperty("validation_errors") List<Violation> snakeCase,
        @JsonProperty("validationErrors") List<Violation> camelCase,
        @Nullable Attributes attributes) {
    private static final int UNAUTHORIZED = 401;

    /** @param path of the member that is wrong, as the client wrote it */
    public record Violation(String path, String message) {}

    /** Says it once more. */
    public record Attributes(String error) {}

    /** @param message the reason is said again where there is none */
    public static HctiError of(int status, String reason, @Nullable String message, List<FieldError> errors) {
        String text = message == null || message.isBlank() ? reason : message;
        List<Violation> violations = errors.stream()
                .map(each -> new Violation(each.field(), each.message()))
                .toList();
        Attributes attributes = status == UNAUTHORIZED ? new Attributes(text) : null;
        return new HctiError(reason, status, text, violations, violations, attributes);
    }
}
