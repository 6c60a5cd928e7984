package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.dialect.pictify.PictifyError;
import io.renderyard.process.web.FaceRefusalAdvice;
import io.renderyard.process.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says every refusal of this face in a body that each of its clients can read; contract, section 2. */
@RestControllerAdvice(basePackageClasses = PictifyErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PictifyErrors extends FaceRefusalAdvice {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    /** The one that is being answered. */
    private final HttpServletRequest request;

    PictifyErrors(HttpServletRequest request) {
        this.request = request;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        PictifyError error = PictifyError.of(
                refusal.status().value(),
                refusal.kind(),
                refusal.detail(),
                asked(),
                refusal.code(),
                refusal.problems(),
                null,
                refusal.further());
        return ResponseEntity.status(refusal.status())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(error);
    }

    @Override
    protected Object body(Problem problem, String reason) {
        return PictifyError.of(
                problem.status(),
                kind(problem),
                Objects.requireNonNullElse(problem.detail(), reason),
                asked(),
                problem.isOf(Problem.QUOTA_EXCEEDED) ? "quota_exceeded" : null,
                problem.errors().stream().map(FieldProblem::of).toList(),
                problem.retryAfter(),
                Map.of());
    }

    /** The vendor's words, where it has some. */
    private String kind(Problem problem) {
        return switch (problem.status()) {
            case UNAUTHORIZED -> isSilent() ? "missing authorization" : "invalid api key";
            case TOO_LARGE -> "payload too large";
            case TOO_MANY -> "rate limit exceeded";
            default -> problem.title();
        };
    }

    private boolean isSilent() {
        @Nullable String sent = request.getHeader("Authorization");
        return sent == null || sent.isBlank();
    }

    private String asked() {
        return Objects.toString(request.getAttribute(FaceFilter.ASKED), request.getRequestURI());
    }

    @Override
    protected String badCredentials() {
        return isSilent()
                ? "Send a key as 'Authorization: Bearer <key>'."
                : "The key is unknown or was revoked. Send a valid one as 'Authorization: Bearer <key>'.";
    }

    @Override
    protected HttpStatus quotaExceeded() {
        return HttpStatus.PAYMENT_REQUIRED;
    }

    @Override
    protected List<String> challenges() {
        return List.of("Bearer realm=\"renderyard\"");
    }
}
