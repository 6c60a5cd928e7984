package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Nested
    class OverTheSocket {
        @Test
        void aPictureGoesStraightToBytes() {
            Message message = new JsonMessage("{\"id\":12,\"result\":{\"data\":\"AQID\"},\"sessionId\":\"S\"}");

            assertThat(message.id()).isEqualTo(12);
            assertThat(message.read().data()).containsExactly(1, 2, 3);
            assertThat(message.read().part("error").isMissingNode()).isTrue();
        }

        @Test
        void otherAnswersAreTrees() {
            Message message = new JsonMessage("{\"id\":7,\"error\":{\"code\":-32000,\"message\":\"no\"}}");

            assertThat(message.id()).isEqualTo(7);
            assertThat(message.read().part("error").path("message").asString(""))
                    .isEqualTo("no");
        }

        @Test
        void anEventIsKnownByItsNameUnread() {
            Message message = new JsonMessage("{\"method\":\"Page.frameStoppedLoading\",\"params\":{oops");

            assertThat(message.id()).isZero();
            assertThat(message.method()).isEqualTo("Page.frameStoppedLoading");
        }
    }
}
