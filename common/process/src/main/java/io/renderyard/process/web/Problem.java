package io.renderyard.process.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.job.FieldError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal as RFC 9457 wants it.
 *
 * @param type a URN of ours that names the kind
 * @param detail what failed, why, and how to mend it
 * @param errors the fields that are wrong, if it is about fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, @Nullable String detail, List<FieldError> errors) {

    /** @param kind two or three words, such as {@code invalid submission} */
    public static Problem of(HttpStatus status, String kind, String detail) {
        return of(status, kind, detail, List.of());
    }

    public static Problem of(HttpStatus status, String kind, @Nullable String detail, List<FieldError> errors) {
        String urn = "urn:renderyard:problem:" + kind.toLowerCase(Locale.ROOT).replace(' ', '-');
        String title = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        return new Problem(urn, title, status.value(), detail, errors);
    }

    /** Never kept by caches: a refusal is about this moment, and HTTP allows them to keep a 404 or 410 as they like. */
    public ResponseEntity<Object> answer() {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }
}
