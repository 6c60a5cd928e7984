package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens, usage and refusals; contract pictory.md, sections 2, 9 to 12, and acceptance check 11. */
@ExtendWith(OneYard.class)
class PictoryAccountWireIT {
    private static final String UNKNOWN = "0193f0aa-0000-7000-8000-000000000000";

    private final PictoryClient pictory;

    PictoryAccountWireIT(PictoryClient pictory) {
        this.pictory = pictory;
    }

    @Test
    void theOlderWayWorksWithABareTokenAndAUser() {
        Answer granted = pictory.with("")
                .post(
                        "/oauth2/token",
                        Json.of("client_id", pictory.clientId(), "client_secret", pictory.clientSecret()));
        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
        assertThat(granted.json().path("expires_in").asInt()).isEqualTo(3_600);
        assertThat(granted.json().path("expires_in").isNumber()).isTrue();
        assertThat(granted.json().path("token_type").asString()).isEqualTo("Bearer");
        PictoryClient older = pictory.with(granted.json().path("access_token").asString());

        Answer created = older.submit("{\"prompt\":\"an old lighthouse\"}", "X-Pictory-User-Id", "user-7");
        String id = created.ok().path("data").path("jobId").asString();

        assertThat(older.end(id).path("data").path("status").asString()).isEqualTo("completed");
    }

    @Test
    void aTokenMayBeAskedForWithAForm() {
        Answer granted = pictory.with("")
                .send(
                        "POST",
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials&client_id=" + pictory.clientId() + "&client_secret="
                                + pictory.clientSecret());

        assertThat(granted.ok().path("access_token").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", UNKNOWN})
    void aWrongClientGetsNoToken(String client) {
        Answer refused = pictory.with("")
                .post("/oauth2/token", Json.of("client_id", client + "x", "client_secret", pictory.clientSecret()));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void aQuotaHasItsFourParts() {
        JsonNode quota = pictory.get("/quota").ok();

        assertThat(quota.propertyNames())
                .containsExactlyInAnyOrder(
                        "videoMinutes", "transcriptionMinutes", "elevenLabsVoiceOverMinutes", "aiCredits");
        assertThat(quota.values()).allSatisfy(part -> {
            assertThat(part.path("used").isNumber()).isTrue();
            assertThat(part.path("limit").isNumber()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?year=2026&month=11", "?year=2001&month=1", "?month=1"})
    void chargesAreABareList(String query) {
        assertThat(pictory.get("/aicredits/usage" + query).ok().isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?year=2026", "?year=2026&month=13", "?year=x&month=1"})
    void whatIsNoMonthIsRefused(String query) {
        Answer answer = pictory.get("/aicredits/usage" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /aistudio/images",
        "POST, /aistudio/images",
        "GET, /jobs",
        "GET, /jobs/" + UNKNOWN,
        "DELETE, /jobs/" + UNKNOWN + "/clean",
        "GET, /quota",
        "GET, /aicredits/usage",
        "GET, /aistudio/videos",
        "POST, /aistudio/videos"
    })
    void aWrongKeyIsRefused(String method, String path) {
        Answer answer = pictory.with("pictai_wrong").send(method, path, "application/json", "{}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void aKeyThatMayNotIsForbidden() {
        HctiClient owner = HctiClient.of(pictory.base(), pictory.clientId(), pictory.clientSecret());
        PictoryClient reader =
                pictory.with(new HctiKeys(owner).make("images:read").client().key());

        for (Answer answer : new Answer[] {
            reader.submit("{\"prompt\":\"a lighthouse\"}"), reader.delete("/jobs/x/clean"), reader.get("/quota")
        }) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).isEqualTo("{\"message\":\"Forbidden\"}");
        }
        assertThat(reader.get("/jobs").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404, Not Found",
        "POST, /jobs/x/nothing, 404, Not Found",
        "PUT, /aistudio/images, 405, Method Not Allowed",
        "POST, /jobs/x, 405, Method Not Allowed",
        "GET, /oauth2/token, 405, Method Not Allowed",
        "GET, /aistudio/videos, 501, Video generation: this server does not have that.",
        "POST, /aistudio/videos, 501, Video generation: this server does not have that."
    })
    void whatIsNotThereIsAMessageAlone(String method, String path, int status, String message) {
        Answer answer = pictory.send(method, path, "application/json", "{}", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().propertyNames()).containsExactly("message");
        assertThat(answer.json().path("message").asString()).startsWith(message);
    }

    @Test
    void whatIsLeftOfALimitIsTold() {
        Answer answer = pictory.get("/jobs");

        assertThat(answer.header("RateLimit-Limit")).as("there is none").isEqualTo("1000000");
        assertThat(answer.header("RateLimit-Remaining")).isEqualTo("1000000");
        assertThat(answer.header("RateLimit-Reset")).isEqualTo("0");
    }
}
