package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Keys and what they may do; contract, sections 2.1, 8.6 and 11. */
@ExtendWith(OneYard.class)
class HctiKeyWireIT {
    private final HctiClient hcti;
    private final HctiKeys keys;

    HctiKeyWireIT(HctiClient hcti) {
        this.hcti = hcti;
        this.keys = new HctiKeys(hcti);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aPingTellsThatTheKeyIsGood(String method) {
        assertThat(hcti.send(method, "/v1/ping", null, null).ok().path("ok").asBoolean())
                .isTrue();
        keys.make("usage:read").client().send(method, "/v1/ping", null, null).ok();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/image, images:create",
        "POST, /v1/image/t-0193f0aa-0000-7000-8000-000000000000, images:create",
        "POST, /v1/image/batch, images:create",
        "POST, /v1/image/batch/templated, images:create",
        "DELETE, /v1/image/0193f0aa-0000-7000-8000-000000000000, images:delete",
        "DELETE, /v1/image/batch, images:delete",
        "GET, /v1/images, images:read",
        "GET, /v1/images/0193f0aa-0000-7000-8000-000000000000, images:read",
        "POST, /v1/template, templates:create_update",
        "POST, /v1/template/t-0193f0aa-0000-7000-8000-000000000000, templates:create_update",
        "GET, /v1/template, templates:read",
        "GET, /v1/template/t-0193f0aa-0000-7000-8000-000000000000, templates:read",
        "DELETE, /v1/template/t-0193f0aa-0000-7000-8000-000000000000, templates:delete",
        "GET, /v1/usage, usage:read",
        "GET, /v1/api-keys, api_keys:read",
        "POST, /v1/api-keys, api_keys:create_update",
        "DELETE, /v1/api-keys/0193f0aa-0000-7000-8000-000000000000, api_keys:delete"
    })
    void aKeyDoesOnlyWhatItMay(String method, String path, String permission) {
        HctiClient nothing = keys.make().client();
        String body = method.equals("GET") ? null : "{\"html\":\"{{x}}\",\"ids\":[],\"permissions\":[]}";

        Answer answer = nothing.send(method, path, "application/json", body);

        answer.assertRefused(403, permission);
        assertThat(keys.make(permission)
                        .client()
                        .send(method, path, "application/json", body)
                        .status())
                .isNotEqualTo(403);
    }

    @Test
    void aKeyIsShownWithoutItsSecretOnceItIsMade() {
        Answer created = hcti.post(
                "/v1/api-keys",
                Json.of("name", "shown", "description", "for a test", "permissions", List.of("images:read")));
        JsonNode key = created.ok();
        String id = key.path("id").asString();

        assertThat(key.path("api_key").asString()).isNotBlank();
        assertThat(created.header("Cache-Control")).contains("no-store");
        JsonNode shown = hcti.get("/v1/api-keys/" + id).ok();
        assertThat(shown.has("api_key")).isFalse();
        assertThat(shown.path("name").asString()).isEqualTo("shown");
        assertThat(shown.path("description").asString()).isEqualTo("for a test");
        assertThat(shown.path("enabled").asBoolean()).isTrue();
        assertThat(shown.path("permissions").values())
                .extracting(JsonNode::asString)
                .containsExactly("images:read");
        assertThat(hcti.get("/v1/api-keys?count=1")
                        .ok()
                        .path("data")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void aKeyIsReplacedAsAWhole() {
        HctiKeys.Made made = keys.make("images:read", "usage:read");
        assertThat(made.client().get("/v1/images").status()).isEqualTo(200);

        hcti.post("/v1/api-keys/" + made.id(), Json.of("permissions", List.of("usage:read")))
                .ok();

        await().atMost(HctiKeys.SOON)
                .untilAsserted(() -> made.client().get("/v1/images").assertRefused(403, "images:read"));
        made.client().get("/v1/usage").ok();
    }

    @Test
    void aDisabledKeyOpensNothing() {
        HctiKeys.Made made = keys.make("images:read");

        keys.disable(made);

        await().atMost(HctiKeys.SOON)
                .untilAsserted(() -> made.client().get("/v1/images").assertRefused(401));
        assertThat(hcti.get("/v1/api-keys/" + made.id()).ok().path("enabled").asBoolean())
                .isFalse();
    }

    @Test
    void nobodyGivesWhatHeHasNot() {
        HctiClient maker = keys.make("api_keys:create_update").client();

        maker.post("/v1/api-keys", Json.of("permissions", List.of("images:create")))
                .assertRefused(403, "images:create");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"permissions\":[\"images:paint\"]}",
                "{\"permissions\":\"images:read\"}",
                "{\"permissions\":[],\"disabled\":\"no\"}",
                "[]",
                "{"
            })
    void aBadKeyIsRefused(String body) {
        hcti.post("/v1/api-keys", body).assertRefused(400);
    }
}
