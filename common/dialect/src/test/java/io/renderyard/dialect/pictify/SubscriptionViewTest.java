package io.renderyard.dialect.pictify;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.subscription.LastDelivery;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contract pictify.md, section 11.1. */
class SubscriptionViewTest {
    private static final Instant AT = Instant.parse("2026-11-21T03:00:01.5Z");

    @Test
    void aNewOneShowsItsSecretAndNothingOfDeliveries() {
        var created = new SubscriptionLedger.Created(subscription(null), new Secret("whsec_x"));

        assertThat(json(SubscriptionAnswer.of(created))).isEqualTo("""
                {"subscription":{"uid":"wh_00000000000000050000000000000006","event":"render.completed",\
                "targetUrl":"https://hooks.example/","platform":"zapier","status":"active",\
                "filters":{"type":"gif","x":[1]},"secret":"whsec_x","deliveryCount":4,"failureCount":2,\
                "createdAt":"2026-11-21T03:00:01.500Z","updatedAt":"2026-11-21T03:00:02.500Z"}}""");
    }

    @Test
    void readingOneGivesItTwiceAndWithoutItsSecret() {
        JsonNode answer = JsonMapper.shared().readTree(json(SubscriptionAnswer.spread(subscription(null))));

        JsonNode inner = answer.path("subscription");
        assertThat(inner.has("secret")).isFalse();
        assertThat(answer.propertyNames()).contains("subscription").containsAll(inner.propertyNames());
        inner.propertyNames().forEach(name -> assertThat(answer.path(name)).isEqualTo(inner.path(name)));
    }

    @Test
    void theLastDeliverySaysWhatCameOfIt() {
        Subscription taken = subscription(new LastDelivery.Taken(AT, 204, Duration.ofMillis(123)));
        Subscription missed = subscription(new LastDelivery.NotTaken(AT, "HTTP 503", 1, AT.plusSeconds(300)));
        Subscription over = subscription(new LastDelivery.NotTaken(AT, "timeout", 5, null));

        assertThat(json(SubscriptionAnswer.of(taken))).contains("""
                "lastDeliveryAt":"2026-11-21T03:00:01.500Z","lastDelivery":{"status":"success",\
                "timestamp":"2026-11-21T03:00:01.500Z","responseCode":204,"duration":123}""");
        assertThat(json(SubscriptionAnswer.of(missed))).contains("""
                "lastDelivery":{"status":"failed","timestamp":"2026-11-21T03:00:01.500Z","error":"HTTP 503",\
                "retryCount":1,"nextRetry":"2026-11-21T03:05:01.500Z"}""");
        assertThat(json(SubscriptionAnswer.of(over)))
                .contains("\"error\":\"timeout\",\"retryCount\":5}")
                .doesNotContain("nextRetry");
    }

    @Test
    void aPageSaysHowManyThereAre() {
        var page = new SubscriptionLedger.Page(List.of(subscription(null)), 41);
        var query = new SubscriptionQuery(new SubscriptionLedger.Filter(null, null, null), 2, 20);
        var last = new SubscriptionQuery(new SubscriptionLedger.Filter(null, null, null), 3, 20);
        var none = new SubscriptionQuery(new SubscriptionLedger.Filter(null, null, null), 1, 20);

        assertThat(SubscriptionPage.of(page, query).pagination())
                .isEqualTo(new SubscriptionPage.Pagination(2, 20, 41, 3, true, true));
        assertThat(SubscriptionPage.of(page, last).pagination().hasNext()).isFalse();
        assertThat(SubscriptionPage.of(new SubscriptionLedger.Page(List.of(), 0), none)
                        .pagination())
                .isEqualTo(new SubscriptionPage.Pagination(1, 20, 0, 0, false, false));
    }

    @Test
    void theTotalIsOfAllStatuses() {
        assertThat(json(SubscriptionStatsView.of(new SubscriptionLedger.Stats(1, 2, 3, 4, 5, 6))))
                .isEqualTo("""
                        {"total":6,"active":1,"paused":2,"failed":3,\
                        "deliveries":{"pending":4,"succeeded":5,"failed":6}}""");
    }

    private static String json(Object view) {
        return JsonMapper.shared().writeValueAsString(view);
    }

    private static Subscription subscription(@Nullable LastDelivery last) {
        return new Subscription(
                new SubscriptionId(new UUID(5, 6)),
                new TenantId(new UUID(1, 2)),
                new Wish("pictify", "render.completed", "{\"type\":\"gif\",\"x\":[1]}"),
                URI.create("https://hooks.example/"),
                "zapier",
                SubscriptionStatus.ACTIVE,
                4,
                2,
                last,
                AT,
                AT.plusSeconds(1));
    }
}
