package io.renderyard.gateway.face.yard;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What a client is told whose submission is wrong, of a single job or of a batch. */
final class Refusal {
    private Refusal() {}

    /** @throws ProblemException 400 when there is something wrong */
    static void ofAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw of(errors);
        }
    }

    static ProblemException of(List<FieldError> errors) {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid submission",
                "Nothing was accepted. Mend the fields named in 'errors' and send it again.",
                errors));
    }
}
