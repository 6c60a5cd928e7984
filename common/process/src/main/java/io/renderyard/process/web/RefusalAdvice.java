package io.renderyard.process.web;

import io.renderyard.kernel.usage.QuotaExceededException;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Knows what each exception means to a client. In which words and shape it is said, a face decides. */
public abstract class RefusalAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(RefusalAdvice.class);

    /** What the pool says of a connection that it has found broken. */
    private static final String GIVEN_UP = "Connection is closed";

    /** The answer in the face's own shape, not to be kept by caches; with these headers. */
    protected abstract ResponseEntity<Object> say(Problem problem, HttpHeaders headers);

    /** What somebody without a valid credential is told. */
    protected abstract String badCredentials();

    /** How to show a credential, as values of {@code WWW-Authenticate}. */
    protected abstract List<String> challenges();

    private ResponseEntity<Object> say(Problem problem) {
        return say(problem, problem.headers());
    }

    @ExceptionHandler
    final ResponseEntity<Object> refused(ProblemException refusal) {
        return say(refusal.problem());
    }

    @ExceptionHandler
    final ResponseEntity<Object> unauthorized(UnauthorizedException refusal) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(HttpHeaders.WWW_AUTHENTICATE, challenges());
        return say(Problem.of(HttpStatus.UNAUTHORIZED, "unauthorized", badCredentials()), headers);
    }

    @ExceptionHandler
    final ResponseEntity<Object> forbidden(ForbiddenException refusal) {
        return say(Problem.of(HttpStatus.FORBIDDEN, "forbidden", refusal.getMessage()));
    }

    @ExceptionHandler
    final ResponseEntity<Object> tooMany(TooManyRequestsException refusal) {
        long seconds = refusal.retryAfterSeconds();
        return say(Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too many requests",
                        "This key asks too often. Ask again in " + seconds + " s.")
                .withRetryAfter(seconds));
    }

    /** The status of a spent quota. */
    protected HttpStatus quotaExceeded() {
        return HttpStatus.TOO_MANY_REQUESTS;
    }

    @ExceptionHandler
    final ResponseEntity<Object> overQuota(QuotaExceededException refusal) {
        long seconds = refusal.retryAfter().toSeconds() + 1;
        return say(Problem.of(
                        quotaExceeded(),
                        Problem.QUOTA_EXCEEDED,
                        refusal.getMessage() + " Nothing was accepted. The next one begins in " + seconds + " s.")
                .withRetryAfter(seconds));
    }

    /** A query or a form that the server cannot take apart, such as one with a percent sign and no digits after it. */
    @ExceptionHandler
    final ResponseEntity<Object> unreadable(InvalidParameterException e) {
        return say(Problem.of(
                HttpStatus.valueOf(e.getErrorCode()),
                "unreadable parameters",
                "The parameters cannot be read. Percent-encode what may not stand in a query or a form."));
    }

    /** The ledger is away: trying again is right, and with an Idempotency-Key it is safe even where a commit was cut off. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    final ResponseEntity<Object> ledgerAway(Exception e) {
        log.warn("The ledger is out of reach: {}", e.getMessage());
        return say(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "ledger unavailable",
                        "The farm's database is out of reach, so nothing was accepted. Try again in a moment, with the"
                                + " same Idempotency-Key if you sent one.")
                .withRetryAfter(1));
    }

    /** A connection that ended inside a transaction: its rollback fails too, and says so in the place of what happened. */
    @ExceptionHandler
    final @Nullable ResponseEntity<Object> notUndone(UncategorizedDataAccessException e) {
        return GIVEN_UP.equals(e.getMostSpecificCause().getMessage()) ? ledgerAway(e) : defect(e);
    }

    @ExceptionHandler
    final @Nullable ResponseEntity<Object> defect(Exception e) {
        if (e instanceof IOException && String.valueOf(e.getMessage()).contains("Broken pipe")) {
            return null;
        }
        log.error("A defect while answering a request", e);
        return say(Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal error",
                "A defect of Renderyard; the log of the process has the details."));
    }

    /** Spring's own refusals. */
    @Override
    protected final ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        return say(Problem.of(known, known.getReasonPhrase(), detail(e, body), List.of()), headers);
    }

    private static @Nullable String detail(Exception e, @Nullable Object body) {
        if (body instanceof ProblemDetail spring) {
            return spring.getDetail();
        }
        return e instanceof ErrorResponse response ? response.getBody().getDetail() : null;
    }
}
