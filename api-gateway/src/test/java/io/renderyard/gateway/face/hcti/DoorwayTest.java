package io.renderyard.gateway.face.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.tenant.ApiKey;
import io.renderyard.kernel.tenant.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoorwayTest {
    private final Face face = new Face();
    private final ApiKey key = face.keys.with(false);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aGoodKeyOfAnyPermissionIsToldSo(String method) throws Exception {
        MockHttpServletResponse answer = face.ask(key, method, "/v1/ping");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("{\"ok\":true}");
        assertThat(answer.getContentType()).isEqualTo("application/json");
    }

    @Test
    void aBadKeyIsToldInTheWordsOfTheContract() throws Exception {
        ApiKey other = face.keys.with(false);
        String[] wrong = {
            "Basic !",
            Face.basic("nobody", "nothing"),
            Face.basic(key.id().toString(), "nothing"),
            Face.basic(other.id().toString(), "secret-" + key.id())
        };
        for (String authorization : wrong) {
            MockHttpServletResponse answer = face.ask(authorization, "GET", "/v1/ping", "");

            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(answer.getHeader(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Basic realm=\"renderyard\"");
            assertThat(Face.json(answer)).isEqualTo(new JsonMapper().readTree("""
                            {"error": "Unauthorized", "statusCode": 401, "message": "Bad username or password",
                             "attributes": {"error": "Bad username or password"}}"""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404, Not Found",
        "POST, /v1, 404, Not Found",
        "PATCH, /v1/image/x/y/z, 404, Not Found",
        "PUT, /v1/ping, 405, Method Not Allowed",
        "PUT, /v1/api-keys/x, 405, Method Not Allowed",
        "POST, /v1/strict, 400, Bad Request",
        "POST, /v1/strict?number=x, 400, Bad Request",
        "GET, /v1/defect, 500, Internal Server Error",
        "GET, /v1/quota, 429, Plan limit exceeded",
        "PUT, /v1/store/x.png, 403, Forbidden",
        "GET, /v1/og-configs, 501, Not Implemented",
        "POST, /v1/og-configs/x, 501, Not Implemented",
        "GET, /v1/og/x/a/page, 501, Not Implemented",
        "DELETE, /v1/proxies/x, 501, Not Implemented",
        "GET, /v1/storage-destinations/aws-external-id, 501, Not Implemented",
        "POST, /v1/feedback, 501, Not Implemented"
    })
    void whatIsRefusedIsAJsonObjectWithoutNulls(String method, String path, int status, String error) throws Exception {
        MockHttpServletResponse answer = face.ask(key, method, path);

        assertThat(answer.getStatus()).isEqualTo(status);
        JsonNode body = Face.json(answer);
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("error", "statusCode", "message");
        assertThat(body.get("error").asString()).isEqualTo(error);
        assertThat(body.get("statusCode").asInt()).isEqualTo(status);
        assertThat(body.get("message").asString()).isNotBlank();
    }

    @Test
    void anotherMethodIsToldWhichThereAre() throws Exception {
        assertThat(face.ask(key, "PUT", "/v1/ping").getHeader(HttpHeaders.ALLOW))
                .contains("GET", "POST");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/store/x, 401",
        "/v1/og-configs, 401",
        "/v1/proxies, 401",
        "/v1/storage-destinations, 401",
        "/v1/og/x/y, 501",
        "/v1/feedback, 501",
        "/v1/nothing, 404"
    })
    void whatIsNotPublicIsNotToldToStrangers(String path, int status) throws Exception {
        assertThat(face.ask("", "POST", path, "").getStatus()).isEqualTo(status);
    }

    @Test
    void aMissingPermissionIsNamed() throws Exception {
        MockHttpServletResponse answer = face.ask(key, "PUT", "/v1/store/x");
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(Face.json(answer).get("message").asString()).contains("images:store");

        assertThat(face.ask(face.keys.with(false, Scope.IMAGES_STORE), "PUT", "/v1/store/x")
                        .getStatus())
                .isEqualTo(501);
    }

    @Test
    void aLedgerThatIsAwayMayBeAskedAgain() throws Exception {
        face.keys.away = true;
        MockHttpServletResponse answer = face.ask(key, "GET", "/v1/ping");

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(Face.json(answer).get("error").asString()).isEqualTo("Service Unavailable");
    }
}
