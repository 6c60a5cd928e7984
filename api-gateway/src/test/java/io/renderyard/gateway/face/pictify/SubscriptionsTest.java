package io.renderyard.gateway.face.pictify;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.gateway.GatewaySettings;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.PlayedRates;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.limit.LimitSettings;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions as clients meet them, without a server and a ledger; contract pictify.md, section 11.1. */
class SubscriptionsTest {
    private static final String ALL = "/pictify/webhook-subscriptions";
    private static final String BODY = "{\"event\":\"render.completed\",\"targetUrl\":\"https://hooks.example/a\"}";
    private static final String UNKNOWN = ALL + "/wh_00000000000000000000000000000000";

    private final PlayedSubscriptions ledger;
    private final MockMvc mvc;

    SubscriptionsTest() {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Parts.class);
        context.refresh();
        ledger = context.getBean(PlayedSubscriptions.class);
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan({"io.renderyard.process.web", "io.renderyard.process.limit"})
    @Import({
        PictifySubscriptionController.class,
        PictifySubscriptionListController.class,
        PictifySubscriptionSteeringController.class,
        PictifyTargets.class,
        BoundedBody.class
    })
    static class Parts {
        @Bean
        PlayedSubscriptions subscriptions() {
            return new PlayedSubscriptions();
        }

        @Bean
        EgressPolicy egress() {
            return new EgressPolicy(List.of(), host -> List.of(InetAddress.getByName("93.184.215.14")));
        }

        @Bean
        LimitSettings limits() {
            return new LimitSettings(LimitSettings.Limit.NONE, LimitSettings.Limit.NONE);
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
        }

        @Bean
        PlayedRates rates() {
            return new PlayedRates();
        }

        @Bean
        GatewaySettings settings() {
            return new GatewaySettings(
                    DataSize.ofKilobytes(32),
                    null,
                    new GatewaySettings.Transforms(
                            DataSize.ofMegabytes(1), 1, Duration.ofSeconds(5), 1_000_000, DataSize.ofMegabytes(1)),
                    new GatewaySettings.Images(Duration.ofSeconds(5), GatewaySettings.SignedAnswer.REDIRECT),
                    new GatewaySettings.TemplateBatches(10));
        }

        @Bean
        CredentialVerifier credentials() {
            return presented -> switch (presented.key().reveal()) {
                case "mine" -> Optional.of(credential(1, EnumSet.allOf(Scope.class)));
                case "another" -> Optional.of(credential(2, EnumSet.allOf(Scope.class)));
                case "reader" -> Optional.of(credential(1, Set.of(Scope.IMAGES_READ)));
                default -> Optional.empty();
            };
        }

        private static Credential credential(int tenant, Set<Scope> scopes) {
            return new Credential(new UUID(7, tenant), new TenantId(new UUID(0, tenant)), scopes, false);
        }
    }

    @Test
    void aNewOneIsAnsweredWith201AndItsSecret() throws Exception {
        MockHttpServletResponse answer = send("mine", "POST", ALL, BODY);

        JsonNode fresh = json(answer, 201).path("subscription");
        assertThat(answer.getContentType()).startsWith("application/json");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(fresh.path("uid").asString()).matches("wh_[0-9a-f]{32}");
        assertThat(fresh.path("secret").asString()).startsWith("whsec_");
        assertThat(fresh.path("event").asString()).isEqualTo("render.completed");
        assertThat(fresh.path("targetUrl").asString()).isEqualTo("https://hooks.example/a");
        assertThat(fresh.path("platform").asString()).isEqualTo("custom");
        assertThat(fresh.path("status").asString()).isEqualTo("active");
        assertThat(fresh.path("filters").isObject()).isTrue();

        JsonNode read = json(send("mine", "GET", path(fresh), ""), 200);
        assertThat(read.path("uid")).isEqualTo(fresh.path("uid"));
        assertThat(read.path("subscription").path("uid")).isEqualTo(fresh.path("uid"));
        assertThat(read.has("secret") || read.path("subscription").has("secret"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "{\"event\":\"x\",\"targetUrl\":\"https://hooks.example/\"}"})
    void whatIsWrongIsToldByField(String body) throws Exception {
        JsonNode refusal = json(send("mine", "POST", ALL, body), 400);

        assertThat(refusal.path("title").asString()).isEqualTo("Validation error");
        assertThat(refusal.path("errors").isArray()).isTrue();
        assertThat(refusal.path("errors").size()).isPositive();
        assertThat(json(send("mine", "GET", ALL, ""), 200)
                        .path("pagination")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost:8080/",
                "http://169.254.169.254/latest",
                "http://[::1]/",
                "http://2130706433/",
                "http://user:word@hooks.example/"
            })
    void aTargetThatMayNotBeContactedIsRefusedBothWhenMadeAndWhenChanged(String target) throws Exception {
        JsonNode fresh = json(send("mine", "POST", ALL, BODY), 201).path("subscription");

        for (MockHttpServletResponse answer : List.of(
                send("mine", "POST", ALL, BODY.replace("https://hooks.example/a", target)),
                send("mine", "PUT", path(fresh), "{\"targetUrl\":\"" + target + "\"}"))) {
            JsonNode refusal = json(answer, 422);
            assertThat(refusal.path("title").asString()).isEqualTo("Blocked url");
            assertThat(refusal.path("errors").get(0).path("field").asString()).isEqualTo("targetUrl");
        }
        assertThat(json(send("mine", "GET", path(fresh), ""), 200)
                        .path("targetUrl")
                        .asString())
                .isEqualTo("https://hooks.example/a");
    }

    @Test
    void aChangeChangesWhatItNames() throws Exception {
        JsonNode fresh = json(send("mine", "POST", ALL, BODY), 201).path("subscription");

        JsonNode moved = json(
                        send(
                                "mine",
                                "PUT",
                                path(fresh),
                                "{\"targetUrl\":\"https://hooks.example/b\",\"status\":\"paused\"}"),
                        200)
                .path("subscription");
        assertThat(moved.path("targetUrl").asString()).isEqualTo("https://hooks.example/b");
        assertThat(moved.path("status").asString()).isEqualTo("paused");
        JsonNode narrowed = json(
                        send("mine", "PUT", path(fresh), "{\"filters\":{\"type\":\"pdf\"},\"status\":\"active\"}"), 200)
                .path("subscription");
        assertThat(narrowed.path("filters").path("type").asString()).isEqualTo("pdf");
        assertThat(narrowed.path("status").asString()).isEqualTo("active");
        assertThat(narrowed.path("targetUrl").asString()).isEqualTo("https://hooks.example/b");
        json(send("mine", "PUT", path(fresh), "{\"status\":\"failed\"}"), 400);
    }

    @Test
    void itIsPausedAndResumedWithoutABody() throws Exception {
        JsonNode fresh = json(send("mine", "POST", ALL, BODY), 201).path("subscription");

        assertThat(status(json(send("mine", "POST", path(fresh) + "/pause", ""), 200)))
                .isEqualTo("paused");
        assertThat(status(json(send("mine", "POST", path(fresh) + "/resume", ""), 200)))
                .isEqualTo("active");
        ledger.failAll();
        assertThat(status(json(send("mine", "POST", path(fresh) + "/resume", ""), 200)))
                .isEqualTo("active");
    }

    @Test
    void aDeletionIsAnsweredWithABody() throws Exception {
        JsonNode fresh = json(send("mine", "POST", ALL, BODY), 201).path("subscription");

        JsonNode gone = json(send("mine", "DELETE", path(fresh), ""), 200);

        assertThat(gone.path("deleted").asBoolean()).isTrue();
        assertThat(gone.path("message").asString()).isNotBlank();
        json(send("mine", "DELETE", path(fresh), ""), 404);
        json(send("mine", "GET", path(fresh), ""), 404);
    }

    @Test
    void pagesAreCounted() throws Exception {
        for (int i = 0; i < 5; i++) {
            json(send("mine", "POST", ALL, BODY.replace("/a", "/" + i)), 201);
        }
        json(send("another", "POST", ALL, BODY), 201);

        JsonNode first = json(send("mine", "GET", ALL + "?limit=2&more=x", ""), 200);
        assertThat(first.path("subscriptions").size()).isEqualTo(2);
        assertThat(first.path("subscriptions").get(0).path("targetUrl").asString())
                .endsWith("/4");
        assertThat(first.path("pagination"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"page\":1,\"limit\":2,\"total\":5,\"totalPages\":3,\"hasNext\":true,\"hasPrev\":false}"));
        JsonNode last =
                json(send("mine", "GET", ALL + "?limit=2&page=3&status=active&event=render.completed", ""), 200);
        assertThat(last.path("subscriptions").size()).isOne();
        assertThat(json(send("mine", "GET", ALL + "?platform=zapier", ""), 200)
                        .path("subscriptions")
                        .isArray())
                .isTrue();
        json(send("mine", "GET", ALL + "?page=0", ""), 400);
        json(send("mine", "GET", ALL + "?status=asleep", ""), 400);
    }

    @Test
    void statisticsAreNoSubscription() throws Exception {
        json(send("mine", "POST", ALL, BODY), 201);

        assertThat(json(send("mine", "GET", ALL + "/stats", ""), 200))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"total": 1, "active": 1, "paused": 0, "failed": 0,
                 "deliveries": {"pending": 7, "succeeded": 8, "failed": 9}}"""));
    }

    @Test
    void whatIsNotOnesOwnIsNotThere() throws Exception {
        String path = path(json(send("mine", "POST", ALL, BODY), 201).path("subscription"));

        for (String one : List.of(path, UNKNOWN, ALL + "/a%20b", ALL + "/7")) {
            for (MockHttpServletResponse answer : List.of(
                    send("another", "GET", one, ""),
                    send("another", "PUT", one, "{\"status\":\"paused\"}"),
                    send("another", "DELETE", one, ""),
                    send("another", "POST", one + "/pause", ""),
                    send("another", "POST", one + "/resume", ""))) {
                assertThat(json(answer, 404).path("title").asString()).isEqualTo("Webhook not found");
            }
        }
        assertThat(status(json(send("mine", "GET", path, ""), 200))).isEqualTo("active");
    }

    @Test
    void oneTooManyIsRefused() throws Exception {
        for (int i = 0; i < SubscriptionLedger.MOST; i++) {
            json(send("mine", "POST", ALL, BODY), 201);
        }

        assertThat(json(send("mine", "POST", ALL, BODY), 409).path("title").asString())
                .isEqualTo("Conflict");
        json(send("another", "POST", ALL, BODY), 201);
    }

    @ParameterizedTest
    @CsvSource({"POST,''", "PUT,/wh_1", "DELETE,/wh_1", "POST,/wh_1/pause", "POST,/wh_1/resume"})
    void whoMayOnlyReadChangesNothing(String method, String path) throws Exception {
        assertThat(send("reader", method, ALL + path, BODY).getStatus()).isEqualTo(403);
        assertThat(send("nobody", method, ALL + path, BODY).getStatus()).isEqualTo(401);
        json(send("reader", "GET", ALL, ""), 200);
    }

    private static String status(JsonNode answer) {
        return answer.path("subscription").path("status").asString();
    }

    private static String path(JsonNode subscription) {
        return ALL + "/" + subscription.path("uid").asString();
    }

    private static JsonNode json(MockHttpServletResponse answer, int status) throws Exception {
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        return JsonMapper.shared().readTree(text);
    }

    private MockHttpServletResponse send(String key, String method, String path, String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                        .header(HttpHeaders.CONTENT_TYPE, "application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }
}
