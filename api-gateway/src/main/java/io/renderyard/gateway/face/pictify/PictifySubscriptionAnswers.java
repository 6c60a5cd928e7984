package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.SubscriptionReading;
import io.renderyard.dialect.pictify.SubscriptionUid;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the controllers of subscriptions say alike. */
final class PictifySubscriptionAnswers {
    private PictifySubscriptionAnswers() {}

    static <T> ResponseEntity<T> of(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** @throws ProblemException 404 for a text that is no id, as for the id of none */
    static SubscriptionId id(String uid) {
        return SubscriptionUid.parse(uid).orElseThrow(() -> notFound(uid));
    }

    /** @throws ProblemException 404 */
    static Subscription there(String uid, Optional<Subscription> found) {
        return found.orElseThrow(() -> notFound(uid));
    }

    static ProblemException notFound(String uid) {
        return new ProblemException(
                Problem.of(HttpStatus.NOT_FOUND, "webhook not found", "There is no webhook subscription " + uid + "."));
    }

    /** @throws ProblemException 400 */
    static <T> T understood(SubscriptionReading<T> reading) {
        return switch (reading) {
            case SubscriptionReading.Understood<T>(T request) -> request;
            case SubscriptionReading.Wrong<T>(List<FieldError> errors) ->
                throw new ProblemException(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "validation error",
                        "The request is wrong; 'errors' says where. Nothing was changed.",
                        errors));
        };
    }
}
