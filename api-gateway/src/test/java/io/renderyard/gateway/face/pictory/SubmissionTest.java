package io.renderyard.gateway.face.pictory;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.Source;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;

/** Contract pictory.md, sections 2, 3 and 9. */
class SubmissionTest {
    private static final String BODY = "{\"prompt\":\"a lighthouse\"}";
    private static final String REFUSED =
            "{\"code\":\"INVALID_REQUEST_BODY\",\"message\":\"Request body validation failed.\",\"fields\":[";

    private final Face face = new Face();

    @Test
    void aPromptIsTakenAndAnsweredWithAnId() throws Exception {
        MockHttpServletResponse answer = face.submit(BODY, "X-Pictory-User-Id", "user-7");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/json");
        assertThat(answer.getContentAsString())
                .isEqualTo("{\"success\":true,\"data\":{\"jobId\":\"" + PlayedPorts.ID + "\"}}");
        assertThat(face.ports.accepted).singleElement().satisfies(submission -> {
            assertThat(submission.metadata()).isEqualTo(Map.of("pictoryUserId", "user-7"));
            assertThat(submission.tenant()).isEqualTo(PlayedPorts.ME);
        });
    }

    @Test
    void aKeyForTryingOutAsksForAPreview() throws Exception {
        MockHttpServletResponse answer = face.send("trial", "POST", Face.IMAGES, "application/json", BODY);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(((Source.Painted) face.ports.accepted.getFirst().spec().source())
                        .prompt()
                        .preview())
                .isTrue();
    }

    @Test
    void aWebhookIsToldInTheVendorsShape() throws Exception {
        MockHttpServletResponse answer =
                face.submit("{\"prompt\":\"a lighthouse\",\"webhook\":\"https://hooks.example/x\"}");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(face.ports.accepted.getFirst().webhook())
                .isEqualTo(new Webhook(URI.create("https://hooks.example/x"), "pictory"));
    }

    @Test
    void theDocumentedRefusalIsExactlyThat() throws Exception {
        MockHttpServletResponse answer = face.submit("{}");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .isEqualTo(REFUSED + "{\"field\":\"prompt\",\"message\":\"\\\"prompt\\\" is required\"}]}");
        assertThat(face.ports.accepted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "prompt=a+lighthouse"})
    void whatIsNotJsonNamesNoField(String body) throws Exception {
        assertThat(face.submit(body).getContentAsString()).isEqualTo(REFUSED + "]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1/x", "http://10.1.2.3/x", "http://169.254.169.254/latest", "http://[::1]/x"})
    void anAddressInsideIsRefusedInTheOrderOfTheFields(String address) throws Exception {
        MockHttpServletResponse answer = face.submit("{\"prompt\":\"a lighthouse\",\"webhook\":\"" + address
                + "\",\"referenceImageUrl\":\"" + address + "\"}");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .isEqualTo(
                        REFUSED + "{\"field\":\"referenceImageUrl\","
                                + "\"message\":\"\\\"referenceImageUrl\\\" must be a publicly accessible url\"},"
                                + "{\"field\":\"webhook\",\"message\":\"\\\"webhook\\\" must be a publicly accessible url\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense"
            })
    void whatDoesNotCallItselfJsonIsRefused(String type) throws Exception {
        MockHttpServletResponse answer = face.send("all", "POST", Face.IMAGES, type, BODY);

        assertThat(answer.getStatus()).isEqualTo(415);
        assertThat(answer.getContentAsString()).isEqualTo("{\"message\":\"Unsupported Media Type\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON"})
    void jsonMaySayMoreOfItself(String type) throws Exception {
        assertThat(face.send("all", "POST", Face.IMAGES, type, BODY).getStatus())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        MockHttpServletResponse answer = face.submit("{\"prompt\":\"" + "x".repeat(40_000) + "\"}");

        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(answer.getContentAsString()).isEqualTo("{\"message\":\"Request Too Long\"}");
    }

    @ParameterizedTest
    @CsvSource({"'', 401, Unauthorized", "wrong, 401, Unauthorized", "none, 403, Forbidden"})
    void aKeyIsJudgedBeforeTheBody(String key, int status, String message) throws Exception {
        MockHttpServletResponse answer = face.send(key, "POST", Face.IMAGES, "text/plain", "{");

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString()).isEqualTo("{\"message\":\"" + message + "\"}");
    }

    @Test
    void aRepeatedRequestIsAnsweredOnce() throws Exception {
        String first = face.submit(BODY, "Idempotency-Key", "k").getContentAsString();
        MockHttpServletResponse again = face.submit(BODY, "Idempotency-Key", "k");

        assertThat(again.getContentAsString()).isEqualTo(first);
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(face.ports.accepted).hasSize(1);
        assertThat(face.submit("{\"prompt\":\"another\"}", "Idempotency-Key", "k")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void aKeyThatIsNoneIsNamed() throws Exception {
        MockHttpServletResponse answer = face.submit(BODY, "Idempotency-Key", "two words");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .startsWith("{\"code\":\"INVALID_REQUEST\",\"message\":\"Idempotency-Key must be");
    }

    @Test
    void whoSubmitsTooOftenIsToldWhenToComeAgain() throws Exception {
        for (int i = 0; i < Face.BURST; i++) {
            assertThat(face.submit(BODY).getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse answer = face.submit(BODY);

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getContentAsString()).isEqualTo("{\"message\":\"Too Many Requests\"}");
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(answer.getHeader("RateLimit-Limit")).isEqualTo("" + Face.BURST);
        assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(answer.getHeader("RateLimit-Reset")).isEqualTo("" + Face.BURST);
        assertThat(face.get("/quota").getStatus()).isEqualTo(200);
    }

    @Test
    void aLedgerThatIsAwayMayBeAskedAgain() throws Exception {
        face.ports.away = true;
        MockHttpServletResponse answer = face.submit(BODY);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).isEqualTo("{\"message\":\"Service Unavailable\"}");
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
    }
}
