package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.SubscriptionAnswer;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.tenant.Credential;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stops webhook subscriptions and sets them going again; contract {@code pictify.md}, section 11.1. */
@RestController
@Tag(name = "Pictify face")
class PictifySubscriptionSteeringController {
    private final SubscriptionLedger subscriptions;

    PictifySubscriptionSteeringController(SubscriptionLedger subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Operation(
            summary = "Pause a webhook subscription",
            description = "Events from now on are not told to it; deliveries that wait go on waiting. Safe to repeat.")
    @PostMapping("/pictify/webhook-subscriptions/{uid}/pause")
    ResponseEntity<SubscriptionAnswer> pause(
            @Parameter(hidden = true) Credential credential, @PathVariable String uid) {
        return answer(uid, subscriptions.pause(credential.tenant(), PictifySubscriptionAnswers.id(uid)));
    }

    @Operation(
            summary = "Resume a webhook subscription",
            description = "Also one that has failed: its failures are forgotten. What waits is delivered now.")
    @PostMapping("/pictify/webhook-subscriptions/{uid}/resume")
    ResponseEntity<SubscriptionAnswer> resume(
            @Parameter(hidden = true) Credential credential, @PathVariable String uid) {
        return answer(uid, subscriptions.resume(credential.tenant(), PictifySubscriptionAnswers.id(uid)));
    }

    private static ResponseEntity<SubscriptionAnswer> answer(String uid, Optional<Subscription> found) {
        return PictifySubscriptionAnswers.of(
                HttpStatus.OK, SubscriptionAnswer.of(PictifySubscriptionAnswers.there(uid, found)));
    }
}
