package io.renderyard.gateway.artifact;

import io.renderyard.imaging.PictureException;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Why a picture is not served, in sentences for people. */
final class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static ProblemException notFound() {
        return problem(HttpStatus.NOT_FOUND, "not found", "There is no picture at this address.");
    }

    static ProblemException gone() {
        return problem(
                HttpStatus.GONE,
                "no longer kept",
                "This picture was kept for its time and is no longer there. Submit the job again to have it drawn anew.");
    }

    static ProblemException busy() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too busy",
                "Too many pictures are being changed at once. Ask again in a moment; the stored one is there all along.");
    }

    static ProblemException tooLarge(Artifact artifact) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "picture too large",
                "The stored picture has %,d bytes, which is more than is changed on reading. Submit it in the size that you need."
                        .formatted(artifact.size()));
    }

    static ProblemException stands(String extension) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "invalid parameter",
                "A %s is served as it is: it cannot be cropped, resized or converted.".formatted(extension));
    }

    static ProblemException wrong(List<FieldError> errors) {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid parameter",
                "A query parameter is wrong; 'errors' says which.",
                errors));
    }

    static ProblemException of(PictureException e, Artifact artifact) {
        String why = String.valueOf(e.getMessage());
        return switch (e.reason()) {
            case TOO_LARGE -> problem(HttpStatus.BAD_REQUEST, "picture too large", why);
            case UNSUPPORTED, TRANSFORM -> problem(HttpStatus.BAD_REQUEST, "invalid parameter", why);
            case UNKNOWN_FORMAT, BROKEN, TOOL -> {
                log.error("artifact {} cannot be changed", artifact.id(), e);
                yield problem(HttpStatus.INTERNAL_SERVER_ERROR, "picture unreadable", why);
            }
        };
    }

    private static ProblemException problem(HttpStatus status, String kind, String detail) {
        return new ProblemException(Problem.of(status, kind, detail));
    }
}
