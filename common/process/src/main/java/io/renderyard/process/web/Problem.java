package io.renderyard.process.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.job.FieldError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal as RFC 9457 wants it.
 *
 * @param type a URN of ours that names the kind
 * @param detail what failed, why, and how to mend it
 * @param errors the fields that are wrong, if it is about fields
 * @param retryAfter whole seconds after which it may be tried again, if waiting helps; also said as a header
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        List<FieldError> errors,
        @Nullable Long retryAfter) {

    /** The kind of a refusal because a tenant has had as many renders as it may. */
    public static final String QUOTA_EXCEEDED = "quota exceeded";

    /** @param kind two or three words, such as {@code invalid submission} */
    public static Problem of(HttpStatus status, String kind, String detail) {
        return of(status, kind, detail, List.of());
    }

    public static Problem of(HttpStatus status, String kind, @Nullable String detail, List<FieldError> errors) {
        String title = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        return new Problem(urn(kind), title, status.value(), detail, errors, null);
    }

    private static String urn(String kind) {
        return "urn:renderyard:problem:" + kind.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Whether it is a refusal of this kind, for faces that have a word of their own for it. */
    public boolean isOf(String kind) {
        return type.equals(urn(kind));
    }

    /** The same, with the time after which trying again may help. */
    public Problem withRetryAfter(long seconds) {
        return new Problem(type, title, status, detail, errors, seconds);
    }

    /** Never kept by caches: a refusal is about this moment, and HTTP allows them to keep a 404 or 410 as they like. */
    public ResponseEntity<Object> answer() {
        return ResponseEntity.status(status)
                .headers(headers())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    /** What is said of it outside the body. */
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        return headers;
    }
}
