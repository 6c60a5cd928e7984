package io.renderyard.process.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says every refusal as a problem, where no face with words of its own was asked. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /** What the pool says of a connection that it has found broken. */
    private static final String GIVEN_UP = "Connection is closed";

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refusal) {
        return refusal.problem().answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> unauthorized(UnauthorizedException refusal) {
        Problem problem = Problem.of(
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                "Send a valid key as 'Authorization: Bearer <apiKey>', or as Basic with <apiId>:<apiKey>.");
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .headers(problem.answer().getHeaders())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"renderyard\"", "Basic realm=\"renderyard\"")
                .body(problem);
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
    ResponseEntity<Object> ledgerAway(Exception e) {
        log.warn("The ledger is out of reach: {}", e.getMessage());
        Problem problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "ledger unavailable",
                "The farm's database is out of reach, so nothing was accepted. Try again in a moment, with the same"
                        + " Idempotency-Key if you sent one.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .headers(problem.answer().getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    /** A connection that ended inside a transaction: its rollback fails too, and says so in the place of what happened. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> notUndone(UncategorizedDataAccessException e) {
        return GIVEN_UP.equals(e.getMostSpecificCause().getMessage()) ? ledgerAway(e) : defect(e);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> defect(Exception e) {
        if (e instanceof IOException && String.valueOf(e.getMessage()).contains("Broken pipe")) {
            return null;
        }
        log.error("A defect while answering a request", e);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal error",
                        "A defect of Renderyard; the log of the process has the details.")
                .answer();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        String detail = body instanceof ProblemDetail spring ? spring.getDetail() : null;
        return ResponseEntity.status(known)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(known, known.getReasonPhrase(), detail, List.of()));
    }
}
