package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.Understanding;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Refusals of this face; {@link HctiErrors} brings them into its shape. */
final class Refusal {
    private Refusal() {}

    /** What was understood. */
    static <T> T orElse(Understanding<T> understanding) {
        return switch (understanding) {
            case Understanding.Understood<T>(T value) -> value;
            case Understanding.Refused<T> refused -> throw of(refused);
        };
    }

    static ProblemException of(FieldError error) {
        return of(List.of(error));
    }

    static ProblemException of(List<FieldError> errors) {
        return of(Understanding.Refused.of(errors));
    }

    private static ProblemException of(Understanding.Refused<?> refused) {
        return new ProblemException(
                Problem.of(HttpStatus.BAD_REQUEST, "bad request", refused.message(), refused.errors()));
    }

    static ProblemException of(HttpStatus status, String message) {
        return new ProblemException(Problem.of(status, status.getReasonPhrase(), message));
    }

    /** Nothing happens when there is nothing wrong. */
    static void ofAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw of(errors);
        }
    }
}
