package io.renderyard.gateway.face.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.tenant.ApiKey;
import io.renderyard.kernel.tenant.ApiKeys;
import io.renderyard.kernel.tenant.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contract hcti.md, section 11. */
class ApiKeyControllerTest {
    private final Face face = new Face();
    private final ApiKey admin = face.keys.with(true, Scope.values());

    @Test
    void theSecretIsInTheAnswerToItsCreationOnly() throws Exception {
        JsonNode created = Face.json(face.ask(admin, "POST", "/v1/api-keys", """
                {"name": "for the blog", "description": null, "permissions": ["images:create", "images:read"],
                 "whatever": 1}"""));

        String id = created.get("id").asString();
        assertThat(created).isEqualTo(new JsonMapper().readTree("""
                        {"id": "%1$s", "api_id": "%1$s", "api_key": "secret-%1$s", "name": "for the blog",
                         "description": null, "enabled": true, "permissions": ["images:create", "images:read"],
                         "all_future_permissions": false, "created_at": "2026-09-01T10:00:00.500+00:00",
                         "updated_at": "2026-09-01T10:00:00.500+00:00"}""".formatted(id)));
        JsonNode found = Face.json(face.ask(admin, "GET", "/v1/api-keys/" + id));
        assertThat(found.has("api_key")).isFalse();
        assertThat(found.get("name").asString()).isEqualTo("for the blog");
    }

    @Test
    void whatIsLeftOutOfAReplacementIsReset() throws Exception {
        ApiKey key = face.keys.with(true, Scope.IMAGES_CREATE, Scope.USAGE_READ);

        JsonNode replaced = Face.json(face.ask(
                admin, "POST", "/v1/api-keys/" + key.id(), "{\"permissions\":[\"usage:read\"],\"name\":\" \"}"));

        assertThat(replaced.get("permissions").valueStream().map(JsonNode::asString))
                .containsExactly("usage:read");
        assertThat(replaced.get("all_future_permissions").asBoolean()).isFalse();
        assertThat(replaced.get("name").asString()).isEqualTo("made up");
        assertThat(replaced.has("api_key")).isFalse();
    }

    @Test
    void aDeletedKeyIsDisabled() throws Exception {
        ApiKey key = face.keys.with(false, Scope.IMAGES_CREATE);
        MockHttpServletResponse answer = face.ask(admin, "DELETE", "/v1/api-keys/" + key.id());

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getContentAsString()).isEmpty();
        assertThat(face.ask(key, "GET", "/v1/ping").getStatus()).isEqualTo(401);
        assertThat(Face.json(face.ask(admin, "GET", "/v1/api-keys/" + key.id()))
                        .get("enabled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void keysAreReadPageByPage() throws Exception {
        for (int i = 0; i < 11; i++) {
            face.keys.with(false, Scope.IMAGES_READ);
        }
        JsonNode first = Face.json(face.ask(admin, "GET", "/v1/api-keys"));
        assertThat(first.get("data")).hasSize(10);

        String next = first.get("pagination").get("next_page_start").asString();
        JsonNode second = Face.json(face.ask(admin, "GET", "/v1/api-keys?count=5&page_start=" + next));
        assertThat(second.get("data")).hasSize(2);
        assertThat(second.get("pagination").get("next_page_start").isNull()).isTrue();
    }

    @Test
    void aListHasTheEnabledKeysThatHaveAllPermissions() throws Exception {
        ApiKey both = face.keys.with(false, Scope.IMAGES_READ, Scope.USAGE_READ);
        ApiKey disabled = face.keys.with(false, Scope.IMAGES_READ, Scope.USAGE_READ);
        face.keys.with(false, Scope.IMAGES_READ);
        face.keys.disable(PlayedKeys.ME, disabled.id());
        String path = "/v1/api-keys?with_permission=images:read&with_permission=usage:read";

        assertThat(ids(path)).containsExactly(admin.id().toString(), both.id().toString());
        assertThat(ids(path + "&include_disabled=true"))
                .containsExactly(
                        admin.id().toString(),
                        both.id().toString(),
                        disabled.id().toString());
    }

    private List<String> ids(String path) throws Exception {
        return StreamSupport.stream(
                        Face.json(face.ask(admin, "GET", path)).get("data").spliterator(), false)
                .map(key -> key.get("id").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | permissions",
                "[] | ''",
                "{\"permissions\":\"images:read\"} | permissions",
                "{\"permissions\":[\"images:read\",\"moons:paint\"]} | permissions[1]",
                "{\"permissions\":[],\"name\":7} | name",
                "{\"permissions\":[],\"disabled\":\"yes\"} | disabled",
                "{\"permissions\":[],\"all_future_permissions\":1} | all_future_permissions"
            })
    void whatIsWrongIsNamedAndNothingIsWritten(String body, String path) throws Exception {
        MockHttpServletResponse answer = face.ask(admin, "POST", "/v1/api-keys", body);

        assertThat(answer.getStatus()).isEqualTo(400);
        JsonNode error = Face.json(answer);
        for (String list : new String[] {"validation_errors", "validationErrors"}) {
            assertThat(error.get(list)).hasSize(1);
            assertThat(error.get(list).get(0).get("path").asString()).isEqualTo(path);
            assertThat(error.get(list).get(0).get("message").asString()).isNotBlank();
        }
        assertThat(face.keys.keys).containsExactly(admin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"count=0", "count=101", "count=x", "page_start=x", "include_disabled=maybe", "with_permission=x"
            })
    void aWrongQueryIsRefused(String query) throws Exception {
        MockHttpServletResponse answer = face.ask(admin, "GET", "/v1/api-keys?" + query);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Face.json(answer).get("validation_errors").get(0).get("path").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aBodyThatIsNoJsonOrTooLargeIsRefused() throws Exception {
        assertThat(face.ask(admin, "POST", "/v1/api-keys", "name=x").getStatus())
                .isEqualTo(400);
        assertThat(face.ask(admin, "POST", "/v1/api-keys", " ".repeat(20_000)).getStatus())
                .isEqualTo(413);
    }

    @Test
    void nobodyGivesWhatHeHasNot() throws Exception {
        ApiKey clerk = face.keys.with(false, Scope.API_KEYS_CREATE_UPDATE, Scope.IMAGES_READ);
        ApiKey target = face.keys.with(false);
        for (String path : new String[] {"/v1/api-keys", "/v1/api-keys/" + target.id()}) {
            MockHttpServletResponse more =
                    face.ask(clerk, "POST", path, "{\"permissions\":[\"images:read\",\"images:create\"]}");
            assertThat(more.getStatus()).isEqualTo(403);
            assertThat(Face.json(more).get("message").asString()).contains("images:create");
            assertThat(face.ask(clerk, "POST", path, "{\"permissions\":[],\"all_future_permissions\":true}")
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(face.keys.keys).containsExactly(admin, clerk, target);

        assertThat(face.ask(clerk, "POST", "/v1/api-keys", "{\"permissions\":[\"images:read\"]}")
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/api-keys, api_keys:create_update",
        "POST, /v1/api-keys/x, api_keys:create_update",
        "GET, /v1/api-keys, api_keys:read",
        "GET, /v1/api-keys/x, api_keys:read",
        "DELETE, /v1/api-keys/x, api_keys:delete"
    })
    void eachCallNeedsItsPermission(String method, String path, String needed) throws Exception {
        Scope scope = Scope.of(needed).orElseThrow();
        ApiKey others = face.keys.with(
                false,
                Arrays.stream(Scope.values()).filter(each -> each != scope).toArray(Scope[]::new));

        MockHttpServletResponse answer = face.ask(others, method, path);

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(Face.json(answer).get("message").asString()).contains(needed);
    }

    @Test
    void aKeyThatIsNotThereIsNotFound() throws Exception {
        String unknown = "/v1/api-keys/00000000-0000-0001-0000-000000000009";
        for (String path : new String[] {unknown, "/v1/api-keys/x"}) {
            assertThat(face.ask(admin, "GET", path).getStatus()).isEqualTo(404);
            assertThat(face.ask(admin, "DELETE", path).getStatus()).isEqualTo(404);
            assertThat(face.ask(admin, "POST", path, "{\"permissions\":[]}").getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void oneKeyTooManyIsRefused() throws Exception {
        while (face.keys.keys.size() < ApiKeys.MOST_ENABLED) {
            face.keys.with(false);
        }

        MockHttpServletResponse answer = face.ask(admin, "POST", "/v1/api-keys", "{\"permissions\":[]}");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Face.json(answer).get("message").asString()).contains("100");
    }
}
