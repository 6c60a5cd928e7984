package io.renderyard.gateway.face.pictory;

import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Refuses a query. */
final class WrongParameter {
    private WrongParameter() {}

    static ProblemException of(String message) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "invalid parameter", message));
    }
}
