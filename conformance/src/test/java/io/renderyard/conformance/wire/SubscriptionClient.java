package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.journey.Receiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * Subscribes endpoints, and checks as a receiver does what they are told. Jobs come from the native API: subscriptions
 * are told of every face's.
 */
record SubscriptionClient(String base, String key, HttpClient http) {
    private static final String ALL = "/pictify/webhook-subscriptions";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** The same yard and tenant as another face's client has. */
    static SubscriptionClient beside(PictoryClient other) {
        return new SubscriptionClient(other.base(), other.clientSecret(), other.http());
    }

    /** A subscription's uid and secret. */
    record Subscribed(String uid, String secret) {}

    Subscribed subscribe(String event, Receiver receiver, Object... filters) {
        Answer answer = send(
                "POST",
                ALL,
                Json.of("event", event, "targetUrl", receiver.url(), "platform", "n8n", "filters", Json.map(filters)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode subscription = answer.json().path("subscription");
        return new Subscribed(
                subscription.path("uid").asString(), subscription.path("secret").asString());
    }

    JsonNode read(Subscribed subscribed) {
        return send("GET", ALL + "/" + subscribed.uid(), "").ok();
    }

    /** {@code pause}, {@code resume} or {@code test}. */
    JsonNode steer(Subscribed subscribed, String verb) {
        return send("POST", ALL + "/" + subscribed.uid() + "/" + verb, "").ok();
    }

    void delete(Subscribed subscribed) {
        send("DELETE", ALL + "/" + subscribed.uid(), "").ok();
    }

    JsonNode get(String path) {
        return send("GET", path, "").ok();
    }

    /** The id of a new job or batch. */
    String submit(String path, Object... members) {
        Answer answer = send("POST", path, Json.of(members));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json().path("id").asString();
    }

    /** The first delivery that is such, once it is there. */
    static Receiver.Delivery first(Receiver receiver, Predicate<JsonNode> such) {
        await().atMost(LONGEST).until(() -> !all(receiver, such).isEmpty());
        return all(receiver, such).getFirst();
    }

    static List<Receiver.Delivery> all(Receiver receiver, Predicate<JsonNode> such) {
        return receiver.deliveries().stream()
                .filter(delivery -> such.test(Json.parse(delivery.body())))
                .toList();
    }

    /** As the vendor's sample does, with the JDK's HMAC over the bytes that came. */
    static void assertSigned(Receiver.Delivery delivery, Subscribed subscribed) {
        String signature = delivery.headers().firstValue("X-Pictify-Signature").orElseThrow();
        assertThat(signature).matches("t=\\d+,v1=[0-9a-f]{64}");
        String time = signature.split(",")[0].split("=")[1];
        String given = signature.split(",")[1].split("=")[1];
        String expected = HexFormat.of().formatHex(hmac(subscribed.secret(), time + "." + delivery.body()));
        assertThat(MessageDigest.isEqual(bytes(given), bytes(expected)))
                .as(signature)
                .isTrue();
        assertThat(Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), Instant.now()))
                .isLessThan(Duration.ofSeconds(300));
    }

    private static byte[] hmac(String secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return mac.doFinal(bytes(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Answer send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
