package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void aPictureGoesStraightToBytes() {
        Answer answer = Answer.of("{\"id\":12,\"result\":{\"data\":\"AQID\"},\"sessionId\":\"S\"}");

        assertThat(answer.id()).isEqualTo(12);
        assertThat(answer.data()).containsExactly(1, 2, 3);
        assertThat(answer.part("error").isMissingNode()).isTrue();
    }

    @Test
    void otherAnswersAreTrees() {
        Answer answer = Answer.of("{\"id\":7,\"error\":{\"code\":-32000,\"message\":\"no\"}}");

        assertThat(answer.id()).isEqualTo(7);
        assertThat(answer.part("error").path("message").asString("")).isEqualTo("no");
    }

    @Test
    void mostEventsAreNotRead() {
        assertThat(Answer.isWorthReading("{\"method\":\"Page.frameStartedLoading\",\"params\":{}}"))
                .isFalse();
        assertThat(Answer.isWorthReading("{\"method\":\"Inspector.targetCrashed\",\"params\":{}}"))
                .isTrue();
        assertThat(Answer.isWorthReading("{\"id\":1,\"result\":{}}")).isTrue();
    }
}
