package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.journey.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Subscriptions from the request that makes one to the signed POST; contract pictify.md, section 11. */
@ExtendWith(OneYard.class)
class PictifySubscriptionWireIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SubscriptionClient client;

    PictifySubscriptionWireIT(PictoryClient other) {
        client = SubscriptionClient.beside(other);
    }

    @Test
    void aRenderIsToldToWhoeverSubscribedAndSignedWithWhatTheyWereShown() {
        try (Receiver receiver = new Receiver()) {
            var subscribed = client.subscribe("render.completed", receiver);
            String job = job("<h1>ünïcode boats 😀</h1>", "png");

            Receiver.Delivery delivery = SubscriptionClient.first(receiver, of(job));

            SubscriptionClient.assertSigned(delivery, subscribed);
            assertThat(delivery.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(delivery.headers().firstValue("X-Pictify-Event")).contains("render.completed");
            assertThat(delivery.headers().firstValue("X-Pictify-Delivery-Id").orElseThrow())
                    .matches("del_[0-9a-f]{32}");
            JsonNode body = Json.parse(delivery.body());
            assertThat(body.propertyNames()).containsExactly("event", "timestamp", "data");
            JsonNode data = body.path("data");
            assertThat(data.path("type").asString()).isEqualTo("image");
            assertThat(data.path("source").asString()).isEqualTo("api");
            assertThat(data.path("width").asInt()).isEqualTo(320);
            assertThat(data.path("format").asString()).isEqualTo("png");
            assertThat(data.path("url").asString())
                    .isEqualTo(client.get("/api/v1/jobs/" + job)
                            .path("artifact")
                            .path("url")
                            .asString());

            await().atMost(SOON)
                    .until(() -> client.read(subscribed).path("deliveryCount").asLong() >= 1);
            JsonNode last = client.read(subscribed).path("lastDelivery");
            assertThat(last.path("status").asString()).isEqualTo("success");
            assertThat(last.path("responseCode").asInt()).isEqualTo(200);
            assertThat(last.path("duration").isIntegralNumber()).isTrue();
            client.delete(subscribed);
        }
    }

    @Test
    void whoFiltersIsToldOfNothingElse() {
        try (Receiver gifs = new Receiver();
                Receiver images = new Receiver()) {
            var ofGifs = client.subscribe("render.completed", gifs, "type", "gif");
            var ofImages = client.subscribe("render.completed", images, "type", "image", "colour", "red");
            String job = job("<h1>a still</h1>", "png");

            SubscriptionClient.first(images, of(job));

            assertThat(SubscriptionClient.all(gifs, of(job))).isEmpty();
            client.delete(ofGifs);
            client.delete(ofImages);
        }
    }

    @Test
    void aFailureIsToldWithItsCode() {
        try (Receiver receiver = new Receiver()) {
            var subscribed = client.subscribe("render.failed", receiver);
            client.submit(
                    "/api/v1/jobs",
                    "source",
                    Map.of("html", "<p>nothing here"),
                    "capture",
                    Map.of("selector", "#missing"),
                    "cache",
                    "off");

            Receiver.Delivery delivery = SubscriptionClient.first(
                    receiver,
                    body -> body.path("data").path("errorCode").asString("").equals("SELECTOR_NOT_FOUND"));

            SubscriptionClient.assertSigned(delivery, subscribed);
            assertThat(Json.parse(delivery.body()).path("data").path("error").asString())
                    .isNotBlank();
            client.delete(subscribed);
        }
    }

    @Test
    void aBatchIsToldItemByItemAndAtItsEnd() {
        try (Receiver receiver = new Receiver()) {
            var items = client.subscribe("render.completed", receiver);
            var ends = client.subscribe("batch.completed", receiver);
            String batch = client.submit(
                    "/api/v1/batches",
                    "source",
                    Map.of("html", "<h1>{{name}}</h1>"),
                    "items",
                    List.of(Map.of("variables", Map.of("name", "Ada")), Map.of("variables", Map.of("name", "Grace"))));
            Predicate<JsonNode> mine =
                    body -> body.path("data").path("batchId").asString("").equals(batch);

            await().atMost(SOON)
                    .until(() -> SubscriptionClient.all(receiver, mine).size() == 3);

            List<JsonNode> told = SubscriptionClient.all(receiver, mine).stream()
                    .map(delivery -> Json.parse(delivery.body()))
                    .toList();
            assertThat(told)
                    .filteredOn(body -> body.path("event").asString().equals("render.completed"))
                    .extracting(body -> body.path("data").path("index").asInt())
                    .containsExactlyInAnyOrder(0, 1);
            assertThat(told)
                    .filteredOn(body -> body.path("event").asString().equals("batch.completed"))
                    .singleElement()
                    .satisfies(body -> {
                        assertThat(body.path("data").path("status").asString()).isEqualTo("completed");
                        assertThat(body.path("data").path("totalCount").asInt()).isEqualTo(2);
                        assertThat(body.path("data").path("completedCount").asInt())
                                .isEqualTo(2);
                    });
            client.delete(items);
            client.delete(ends);
        }
    }

    @Test
    void whoIsPausedIsToldNothingAndWhoIsBusyIsToldLater() {
        try (Receiver receiver = new Receiver(503)) {
            var subscribed = client.subscribe("render.completed", receiver);
            client.steer(subscribed, "pause");
            String untold = job("<h1>while paused</h1>", "png");
            await().atMost(SOON).until(() -> state(untold).equals("succeeded"));
            assertThat(client.steer(subscribed, "resume")
                            .path("subscription")
                            .path("status")
                            .asString())
                    .isEqualTo("active");
            String told = job("<h1>afterwards</h1>", "png");

            SubscriptionClient.first(receiver, of(told));
            await().atMost(SOON)
                    .until(() -> client.read(subscribed).path("failureCount").asLong() == 1);

            assertThat(SubscriptionClient.all(receiver, of(untold))).isEmpty();
            JsonNode last = client.read(subscribed).path("lastDelivery");
            assertThat(last.path("status").asString()).isEqualTo("failed");
            assertThat(last.path("error").asString()).isEqualTo("HTTP 503");
            assertThat(last.path("retryCount").asInt()).isZero();
            assertThat(last.path("nextRetry").asString()).isNotBlank();
            client.delete(subscribed);
        }
    }

    @Test
    void aTestEventIsAnsweredWithWhatTheEndpointSaid() {
        try (Receiver receiver = new Receiver(202, 500)) {
            var subscribed = client.subscribe("binding.updated", receiver);

            JsonNode taken = client.steer(subscribed, "test");
            JsonNode refused = client.steer(subscribed, "test");

            assertThat(taken.path("success").asBoolean()).isTrue();
            assertThat(taken.path("statusCode").asInt()).isEqualTo(202);
            assertThat(refused.path("success").asBoolean(true)).isFalse();
            assertThat(refused.path("statusCode").asInt()).isEqualTo(500);
            assertThat(receiver.deliveries()).hasSize(2).allSatisfy(delivery -> {
                SubscriptionClient.assertSigned(delivery, subscribed);
                assertThat(Json.parse(delivery.body()).path("event").asString()).isEqualTo("binding.updated");
            });
            assertThat(client.read(subscribed).path("deliveryCount").asLong()).isZero();
            client.delete(subscribed);
        }
    }

    private String job(String markup, String format) {
        return client.submit(
                "/api/v1/jobs",
                "source",
                Map.of("html", markup),
                "output",
                Map.of("format", format, "width", 320, "height", 200),
                "cache",
                "off");
    }

    private String state(String job) {
        return client.get("/api/v1/jobs/" + job).path("state").asString();
    }

    private static Predicate<JsonNode> of(String job) {
        return body -> body.path("data").path("jobId").asString("").equals(job);
    }
}
