package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.SubscriptionPage;
import io.renderyard.dialect.pictify.SubscriptionQuery;
import io.renderyard.dialect.pictify.SubscriptionStatsView;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.tenant.Credential;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Webhook subscriptions, all of them; contract {@code pictify.md}, section 11.1. */
@RestController
@Tag(name = "Pictify face")
class PictifySubscriptionListController {
    private final SubscriptionLedger subscriptions;

    PictifySubscriptionListController(SubscriptionLedger subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Operation(summary = "List webhook subscriptions, newest first")
    @GetMapping("/pictify/webhook-subscriptions")
    ResponseEntity<SubscriptionPage> list(
            @Parameter(hidden = true) Credential credential,
            @RequestParam(required = false) @Nullable String event,
            @Parameter(description = "`active`, `paused` or `failed`") @RequestParam(required = false) @Nullable
                    String status,
            @RequestParam(required = false) @Nullable String platform,
            @Parameter(description = "From 1") @RequestParam(required = false) @Nullable String page,
            @Parameter(description = "1 to 100; 20 when left out") @RequestParam(required = false) @Nullable
                    String limit) {
        SubscriptionQuery query =
                PictifySubscriptionAnswers.understood(SubscriptionQuery.read(event, status, platform, page, limit));
        SubscriptionLedger.Page found =
                subscriptions.page(credential.tenant(), query.filter(), query.offset(), query.limit());
        return PictifySubscriptionAnswers.of(HttpStatus.OK, SubscriptionPage.of(found, query));
    }

    @Operation(summary = "Count webhook subscriptions and their deliveries")
    @GetMapping("/pictify/webhook-subscriptions/stats")
    ResponseEntity<SubscriptionStatsView> stats(@Parameter(hidden = true) Credential credential) {
        return PictifySubscriptionAnswers.of(
                HttpStatus.OK, SubscriptionStatsView.of(subscriptions.stats(credential.tenant())));
    }
}
