package io.renderyard.dispatcher.face.pictify;

import io.renderyard.dialect.pictify.SubscriptionEvent;
import io.renderyard.dialect.pictify.SubscriptionTested;
import io.renderyard.dialect.pictify.SubscriptionUid;
import io.renderyard.dispatcher.delivery.Posted;
import io.renderyard.dispatcher.delivery.Poster;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryId;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries a subscription's endpoint. Here and not in the gateway, since it is the dispatcher that signs and posts. */
@RestController
@Tag(name = "Pictify face")
class PictifySubscriptionTestController {
    private final SubscriptionLedger subscriptions;
    private final Poster poster;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    PictifySubscriptionTestController(
            SubscriptionLedger subscriptions, Poster poster, TimeOrderedIds ids, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.poster = poster;
        this.ids = ids;
        this.clock = clock;
    }

    @Operation(
            summary = "Send a webhook subscription's endpoint a test event",
            description =
                    "One signed POST, now, whatever the subscription's status; it is not counted and not retried.")
    @PostMapping("/pictify/webhook-subscriptions/{uid}/test")
    ResponseEntity<SubscriptionTested> test(@Parameter(hidden = true) Credential credential, @PathVariable String uid) {
        Subscription subscription = SubscriptionUid.parse(uid)
                .flatMap(id -> subscriptions.find(credential.tenant(), id))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.NOT_FOUND, "webhook not found", "There is no webhook subscription " + uid + ".")));
        Posted posted = poster.post(attempt(subscription));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new SubscriptionTested(
                        posted.taken(),
                        posted.status().isPresent() ? posted.status().getAsInt() : null,
                        posted.took().toMillis(),
                        posted.taken() ? null : posted.note()));
    }

    /** One that the ledger does not know. */
    private DeliveryAttempt attempt(Subscription subscription) {
        SubscriptionEvent event =
                SubscriptionEvent.trial(SubscriptionUid.of(subscription.id()), subscription.wish(), clock.instant());
        return new DeliveryAttempt(
                new DeliveryId(ids.next()),
                1,
                new EventId(ids.next()),
                null,
                subscription.tenant(),
                new Endpoint.Subscribed(
                        subscription.id(),
                        subscription.wish().shape(),
                        subscription.wish().topic()),
                subscription.target(),
                event.json());
    }
}
