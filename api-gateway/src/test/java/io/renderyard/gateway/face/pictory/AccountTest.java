package io.renderyard.gateway.face.pictory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Contract pictory.md, sections 2.2, 5, 10, 11 and 12. */
class AccountTest {
    private static final String TOKEN = "/pictoryapis/v1/oauth2/token";
    private static final String GRANTED = "{\"access_token\":\"t-1\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";

    private final Face face = new Face();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"client_id\":\"c-1\",\"client_secret\":\"s-1\"}",
                "application/x-www-form-urlencoded | grant_type=client_credentials&client_id=c-1&client_secret=s%2D1"
            })
    void aTokenIsGivenWithoutAKey(String type, String body) throws Exception {
        MockHttpServletResponse answer = face.send("", "POST", TOKEN, type, body);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo(GRANTED);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void aWrongSecretIsUnauthorized() throws Exception {
        MockHttpServletResponse answer =
                face.send("", "POST", TOKEN, "application/json", "{\"client_id\":\"c-1\",\"client_secret\":\"s-2\"}");

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentAsString()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {}",
                "application/json | x",
                "application/x-www-form-urlencoded | client_id=c-1"
            })
    void aRequestWithoutAClientIsRefused(String type, String body) throws Exception {
        MockHttpServletResponse answer = face.send("", "POST", TOKEN, type, body);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).startsWith("{\"code\":\"INVALID_REQUEST_BODY\",");
    }

    @Test
    void anEmptyAccountHasAnEmptyListOfImages() throws Exception {
        assertThat(face.get("/aistudio/images").getContentAsString()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void aPageKeyThatNobodyGaveIsRefused() throws Exception {
        MockHttpServletResponse answer = face.get("/aistudio/images?nextPageKey=x");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .startsWith("{\"code\":\"INVALID_REQUEST\",\"message\":\"nextPageKey is none");
    }

    @Test
    void aQuotaIsOfThisMonth() throws Exception {
        assertThat(face.get("/quota").getContentAsString()).endsWith("\"aiCredits\":{\"used\":12.6,\"limit\":1000}}");
        assertThat(face.ports.lookedUp).containsExactly(YearMonth.of(2026, 11));
    }

    @ParameterizedTest
    @CsvSource({"'', 2026-11", "?year=2026&month=3, 2026-03", "?month=3, 2026-03"})
    void chargesAreOfTheMonthThatIsNamed(String query, YearMonth month) throws Exception {
        MockHttpServletResponse answer = face.get("/aicredits/usage" + query);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .startsWith("[{\"transactionId\":")
                .contains("\"amount\":0.6,");
        assertThat(face.ports.lookedUp).containsExactly(month);
    }

    @Test
    void longAgoNothingIsKnown() throws Exception {
        assertThat(face.get("/aicredits/usage?year=2020&month=1").getContentAsString())
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?year=2026", "?year=x&month=1", "?month=13"})
    void whatIsNoMonthIsRefused(String query) throws Exception {
        MockHttpServletResponse answer = face.get("/aicredits/usage" + query);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).startsWith("{\"code\":\"INVALID_REQUEST\",");
    }

    @ParameterizedTest
    @CsvSource({
        "all, GET, /v1/aistudio/videos, 501, 'Video generation: this server does not have that.'",
        "all, POST, /v1/aistudio/videos, 501, 'Video generation: this server does not have that.'",
        "wrong, POST, /v1/aistudio/videos, 401, Unauthorized",
        "all, GET, /v1/nothing, 404, Not Found",
        "all, POST, '', 404, Not Found",
        "wrong, GET, /v2/video/storyboard/render, 404, Not Found",
        "all, PUT, /v1/aistudio/images, 405, Method Not Allowed",
        "all, GET, /v1/oauth2/token, 405, Method Not Allowed",
        "wrong, GET, /v1/quota, 401, Unauthorized",
        "none, GET, /v1/quota, 403, Forbidden",
        "none, GET, /v1/aicredits/usage, 403, Forbidden",
        "none, GET, /v1/aistudio/images, 403, Forbidden"
    })
    void whatIsRefusedIsAMessageAlone(String key, String method, String path, int status, String message)
            throws Exception {
        MockHttpServletResponse answer =
                face.send(key, method, "/pictoryapis" + path, "application/json", "{\"prompt\":\"a lighthouse\"}");

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString()).startsWith("{\"message\":\"" + message);
        assertThat(answer.getContentType()).isEqualTo("application/json");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }
}
