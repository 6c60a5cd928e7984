package io.renderyard.worker.devtools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Nested
    class OverThePipe {
        @Test
        void aPictureArrivesAsItsBytes() {
            Message message = CborMessage.of(Recorded.PICTURE);

            assertThat(message.id()).isEqualTo(4);
            assertThat(message.read().data())
                    .hasSize(92)
                    .startsWith(0x89, 'P', 'N', 'G')
                    .endsWith(0xae, 0x42, 0x60, 0x82);
            assertThat(message.read().part("error").isMissingNode()).isTrue();
        }

        @Test
        void otherAnswersAreTrees() {
            Message message = CborMessage.of(Recorded.ERROR);

            assertThat(message.id()).isEqualTo(9);
            assertThat(message.read().data()).isNull();
            assertThat(message.read().part("error").path("code").asInt()).isEqualTo(-32601);
            assertThat(message.read().part("error").path("message").asString(""))
                    .isEqualTo("'No.such' wasn't found");
        }

        @Test
        void anEventIsKnownByItsNameUnread() {
            byte[] broken = Recorded.EVENT.clone();
            broken[broken.length - 1] = 0;

            assertThat(CborMessage.of(broken).id()).isZero();
            assertThat(CborMessage.of(broken).method()).isEqualTo("Page.frameStoppedLoading");
            assertThat(CborMessage.of(Recorded.EVENT).read().part("sessionId").asString(""))
                    .isEqualTo("6F209F639382542A5F6A0A0D6F961957");
        }
    }

    @Nested
    class OverTheSocket {
        @Test
        void aFrameGoesStraightToBytes() {
            Message message = new JsonMessage(
                    "{\"id\":12,\"result\":{\"hasDamage\":true,\"screenshotData\":\"AQID\"},\"sessionId\":\"S\"}");

            assertThat(message.read().data()).containsExactly(1, 2, 3);
        }

        @Test
        void aFrameMayBeWithoutAPicture() {
            Message message = new JsonMessage("{\"id\":12,\"result\":{\"hasDamage\":false},\"sessionId\":\"S\"}");

            assertThat(message.read().data()).isNull();
        }

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
