package io.renderyard.dispatcher.face.pictify;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.tenant.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Contract pictify.md, section 11.4. */
class PictifySignatureTest {
    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Instant AT = Instant.ofEpochSecond(1_795_341_600L, 999_000_000);
    private static final String BODY = "{\"name\":\"ünïcode 😀\"}";

    /** What {@code openssl dgst -sha256 -hmac} says of time, dot and body. */
    @Test
    void anotherImplementationSaysTheSame() {
        assertThat(PictifySignature.of(SECRET, AT, BODY))
                .isEqualTo("t=1795341600,v1=a6cfc17fb2b2b547546fcaa72adf24f40b1b04b6160c41c066b3fe7f906594b2");
    }

    @Test
    void itIsAnotherOneForAnotherSecretTimeOrBody() {
        assertThat(PictifySignature.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx"), AT, BODY))
                .isNotEqualTo(PictifySignature.of(SECRET, AT, BODY));
        assertThat(PictifySignature.of(SECRET, AT, BODY + " ").split(",")[1])
                .isNotEqualTo(PictifySignature.of(SECRET, AT, BODY).split(",")[1]);
        assertThat(PictifySignature.of(SECRET, AT.plusSeconds(1), BODY).split(",")[1])
                .isNotEqualTo(PictifySignature.of(SECRET, AT, BODY).split(",")[1]);
    }
}
