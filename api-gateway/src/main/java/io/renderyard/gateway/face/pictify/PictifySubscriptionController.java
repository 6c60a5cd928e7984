package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.SubscriptionAnswer;
import io.renderyard.dialect.pictify.SubscriptionDeleted;
import io.renderyard.dialect.pictify.SubscriptionRequests;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.NamedBody;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Webhook subscriptions, one at a time; contract {@code pictify.md}, section 11.1. */
@RestController
@Tag(name = "Pictify face")
class PictifySubscriptionController {
    private final SubscriptionLedger subscriptions;
    private final PictifyTargets targets;
    private final BoundedBody bodies;

    PictifySubscriptionController(SubscriptionLedger subscriptions, PictifyTargets targets, BoundedBody bodies) {
        this.subscriptions = subscriptions;
        this.targets = targets;
        this.bodies = bodies;
    }

    @Operation(
            summary = "Subscribe an endpoint to an event",
            description =
                    "The answer shows the secret that signs its deliveries, and no other answer does, except to the same request under the same Idempotency-Key.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject(name = "pictures of one template", value = """
                                                    {"event": "render.completed",
                                                     "targetUrl": "https://hooks.example.com/renders",
                                                     "platform": "n8n",
                                                     "filters": {"type": "image"}}""")))
    @PostMapping("/pictify/webhook-subscriptions")
    ResponseEntity<SubscriptionAnswer> create(
            @Parameter(hidden = true) Credential credential, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        NamedBody body = bodies.named(request);
        SubscriptionRequests.New wanted =
                PictifySubscriptionAnswers.understood(SubscriptionRequests.create(body.bytes()));
        targets.require("targetUrl", wanted.target());
        SubscriptionLedger.Created created =
                create(credential.tenant(), wanted, body.key()).orElseThrow(PictifySubscriptionController::full);
        return PictifySubscriptionAnswers.of(HttpStatus.CREATED, SubscriptionAnswer.of(created));
    }

    private Optional<SubscriptionLedger.Created> create(
            TenantId tenant, SubscriptionRequests.New wanted, @Nullable IdempotencyKey key) {
        if (key == null) {
            return subscriptions.create(tenant, wanted.wish(), wanted.target(), wanted.platform());
        }
        return subscriptions
                .create(tenant, wanted.wish(), wanted.target(), wanted.platform(), key)
                .map(acceptance -> switch (acceptance) {
                    case Acceptance.Accepted<SubscriptionLedger.Created>(var made) -> made;
                    case Acceptance.Repeated<SubscriptionLedger.Created>(var made) -> made;
                    case Acceptance.KeyTaken<SubscriptionLedger.Created> ignored -> throw DrawnPictures.taken();
                });
    }

    private static ProblemException full() {
        return new ProblemException(Problem.of(
                HttpStatus.CONFLICT,
                "conflict",
                "There are " + SubscriptionLedger.MOST
                        + " webhook subscriptions already, and there may be no more. Delete one that is not needed."));
    }

    @Operation(summary = "Read a webhook subscription")
    @GetMapping("/pictify/webhook-subscriptions/{uid}")
    ResponseEntity<SubscriptionAnswer> read(@Parameter(hidden = true) Credential credential, @PathVariable String uid) {
        Subscription subscription = PictifySubscriptionAnswers.there(
                uid, subscriptions.find(credential.tenant(), PictifySubscriptionAnswers.id(uid)));
        return PictifySubscriptionAnswers.of(HttpStatus.OK, SubscriptionAnswer.spread(subscription));
    }

    @Operation(
            summary = "Change a webhook subscription",
            description = "`targetUrl`, `filters` and `status` (`active`, `paused`); what is left out stays."
                    + " Deliveries that wait go to the new address.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    @PutMapping("/pictify/webhook-subscriptions/{uid}")
    ResponseEntity<SubscriptionAnswer> change(
            @Parameter(hidden = true) Credential credential,
            @PathVariable String uid,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        SubscriptionId id = PictifySubscriptionAnswers.id(uid);
        SubscriptionRequests.Changed wanted =
                PictifySubscriptionAnswers.understood(SubscriptionRequests.change(bodies.read(request)));
        if (wanted.target() != null) {
            targets.require("targetUrl", wanted.target());
        }
        Optional<Subscription> changed = subscriptions
                .change(credential.tenant(), id, new SubscriptionLedger.Change(wanted.target(), wanted.filters()))
                .flatMap(subscription -> steered(subscription, wanted));
        return PictifySubscriptionAnswers.of(
                HttpStatus.OK, SubscriptionAnswer.of(PictifySubscriptionAnswers.there(uid, changed)));
    }

    /** Dying before leaves what was changed, and the status as it was; the client sends again. */
    private Optional<Subscription> steered(Subscription subscription, SubscriptionRequests.Changed wanted) {
        if (wanted.status() == null) {
            return Optional.of(subscription);
        }
        return switch (wanted.status()) {
            case ACTIVE -> subscriptions.resume(subscription.tenant(), subscription.id());
            case PAUSED -> subscriptions.pause(subscription.tenant(), subscription.id());
            case FAILED -> throw new IllegalStateException("nobody may ask for a failure");
        };
    }

    @Operation(summary = "Delete a webhook subscription", description = "With its deliveries that wait.")
    @DeleteMapping("/pictify/webhook-subscriptions/{uid}")
    ResponseEntity<SubscriptionDeleted> delete(
            @Parameter(hidden = true) Credential credential, @PathVariable String uid) {
        if (!subscriptions.delete(credential.tenant(), PictifySubscriptionAnswers.id(uid))) {
            throw PictifySubscriptionAnswers.notFound(uid);
        }
        return PictifySubscriptionAnswers.of(HttpStatus.OK, SubscriptionDeleted.DONE);
    }
}
