package io.renderyard.dialect.pictory;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.Examples;
import io.renderyard.kernel.job.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract pictory.md, section 11. */
class PictoryErrorTest {
    @Test
    void theDocumentedRefusalIsExactlyThat() {
        PictoryError error = PictoryError.ofBody(List.of(new FieldError("prompt", "\"prompt\" is required")));

        assertThat(Json.write(error))
                .isEqualTo("{\"code\":\"INVALID_REQUEST_BODY\",\"message\":\"Request body validation failed.\","
                        + "\"fields\":[{\"field\":\"prompt\",\"message\":\"\\\"prompt\\\" is required\"}]}");
    }

    @Test
    void aBodyThatCannotBeReadHasAnEmptyListOfFields() {
        assertThat(Json.write(PictoryError.ofBody(List.of())))
                .isEqualTo("{\"code\":\"INVALID_REQUEST_BODY\",\"message\":\"Request body validation failed.\","
                        + "\"fields\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized, Unauthorized",
        "403, Forbidden, Forbidden",
        "404, Not Found, Not Found",
        "405, Method Not Allowed, Method Not Allowed",
        "413, Content Too Large, Request Too Long",
        "415, Unsupported Media Type, Unsupported Media Type",
        "422, Unprocessable Content, why",
        "429, Too Many Requests, Too Many Requests",
        "500, Internal Server Error, Internal Server Error",
        "501, Not Implemented, why",
        "503, Service Unavailable, Service Unavailable"
    })
    void everyOtherRefusalIsAMessageAlone(int status, String reason, String message) {
        assertThat(Json.write(PictoryError.of(status, reason, "why", List.of())))
                .isEqualTo("{\"message\":\"" + message + "\"}");
    }

    @Test
    void aWrongParameterIsNamedInTheMessage() {
        assertThat(Json.write(PictoryError.of(400, "Bad Request", "why", List.of())))
                .isEqualTo("{\"code\":\"INVALID_REQUEST\",\"message\":\"why\"}");
        assertThat(PictoryError.of(400, "Bad Request", "why", List.of(new FieldError("Idempotency-Key", "is empty")))
                        .message())
                .isEqualTo("Idempotency-Key is empty");
    }

    @Test
    void aWipeAnswersShortly() {
        assertThat(Json.write(Cleaned.DONE)).isEqualTo("{\"success\":true}");
        assertThat(Json.write(Cleaned.TOO_EARLY))
                .isEqualTo(
                        "{\"success\":false,\"data\":{\"error_code\":\"5001\",\"error_message\":\"JOB_IN_PROGRESS\"}}");
    }

    @Test
    void aSubmissionAnswersWithTheIdAlone() {
        assertThat(Json.write(ImageSubmitted.of(Examples.ID)))
                .isEqualTo("{\"success\":true,\"data\":{\"jobId\":\"" + Examples.ID + "\"}}");
    }
}
