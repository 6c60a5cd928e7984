package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.journey.Receiver;
import java.net.http.HttpHeaders;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Webhooks in the shape of a poll; contract pictory.md, section 8, and acceptance check 10. */
@ExtendWith(OneYard.class)
class PictoryWebhookWireIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final PictoryClient pictory;

    PictoryWebhookWireIT(PictoryClient pictory) {
        this.pictory = pictory;
    }

    @Test
    void aWebhookIsToldTheVeryBytesOfTheNextPoll() {
        try (Receiver receiver = new Receiver()) {
            String id = pictory.create("prompt", "ünïcode boats \"in\" fog 😀", "webhook", receiver.url());

            Receiver.Delivery delivery = first(receiver);

            assertThat(delivery.body()).isEqualTo(pictory.poll(id).text());
            assertThat(delivery.body()).contains("\"status\":\"completed\"");
            HttpHeaders headers = delivery.headers();
            assertThat(headers.firstValue("Content-Type")).contains("application/json; charset=utf-8");
            assertThat(headers.firstValue("User-Agent"))
                    .hasValueSatisfying(agent -> assertThat(agent).startsWith("Renderyard"));
            assertThat(headers.firstValue("webhook-id")).isPresent();
            assertThat(headers.firstValue("webhook-timestamp")).isPresent();
            assertThat(headers.firstValue("webhook-signature"))
                    .hasValueSatisfying(signature -> assertThat(signature).startsWith("v1,"));
            assertThat(headers.firstValue("X-Job-Id")).contains(id);
            assertThat(headers.firstValue("X-Attempt")).contains("1");
        }
    }

    @Test
    void aFailureIsToldToo() {
        try (Receiver receiver = new Receiver();
                Site noPicture = new Site("<p>no picture</p>")) {
            String id = pictory.create(
                    "prompt",
                    "a lighthouse like that one",
                    "referenceImageUrl",
                    noPicture.url("/page.html"),
                    "webhook",
                    receiver.url());

            Receiver.Delivery delivery = first(receiver);

            assertThat(delivery.body()).isEqualTo(pictory.poll(id).text());
            assertThat(delivery.body()).contains("\"success\":false", "\"error_code\":\"REFERENCE_IMAGE_UNAVAILABLE\"");
        }
    }

    @Test
    void whoIsBusyIsToldAgainWithTheSameBytes() {
        try (Receiver receiver = new Receiver(503)) {
            String id = pictory.create("prompt", "a patient lighthouse", "webhook", receiver.url());

            await().atMost(SOON).until(() -> receiver.deliveries().size() >= 2);

            Receiver.Delivery one = receiver.deliveries().get(0);
            Receiver.Delivery two = receiver.deliveries().get(1);
            assertThat(two.body())
                    .isEqualTo(one.body())
                    .isEqualTo(pictory.poll(id).text());
            assertThat(two.headers().firstValue("webhook-id"))
                    .isEqualTo(one.headers().firstValue("webhook-id"));
            assertThat(two.headers().firstValue("X-Attempt")).contains("2");
        }
    }

    private static Receiver.Delivery first(Receiver receiver) {
        await().atMost(SOON).until(() -> !receiver.deliveries().isEmpty());
        return receiver.deliveries().getFirst();
    }
}
