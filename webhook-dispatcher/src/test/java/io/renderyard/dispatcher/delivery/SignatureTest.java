package io.renderyard.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.renderyard.kernel.tenant.Secret;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Judged by the reference library, which is none of ours. */
class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"name\":\"ünïcode 😀\"}";

    @Test
    void theReferenceLibraryTakesIt() throws Exception {
        Webhook receiver = new Webhook(SECRET);
        Instant now = Instant.now();
        String signature = Signature.of(new Secret(SECRET), "an-id", now, BODY);

        assertThatCode(() -> receiver.verify(BODY, headers("an-id", now, signature)))
                .doesNotThrowAnyException();
        assertThat(signature).isEqualTo(receiver.sign("an-id", now.getEpochSecond(), BODY));
    }

    @Test
    void theReferenceLibraryRefusesWhatWasChanged() throws Exception {
        Webhook receiver = new Webhook(SECRET);
        Instant now = Instant.now();
        String signature = Signature.of(new Secret(SECRET), "an-id", now, BODY);

        for (HttpHeaders wrong :
                List.of(headers("another-id", now, signature), headers("an-id", now.minusSeconds(1), signature))) {
            assertThatThrownBy(() -> receiver.verify(BODY, wrong)).isInstanceOf(WebhookVerificationException.class);
        }
        assertThatThrownBy(() -> receiver.verify(BODY + " ", headers("an-id", now, signature)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    static HttpHeaders headers(String id, Instant at, String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(id),
                        "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
                        "webhook-signature", List.of(signature)),
                (name, value) -> true);
    }
}
