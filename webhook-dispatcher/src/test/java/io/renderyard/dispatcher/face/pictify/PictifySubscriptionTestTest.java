package io.renderyard.dispatcher.face.pictify;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dispatcher.delivery.Couriers;
import io.renderyard.dispatcher.delivery.Poster;
import io.renderyard.dispatcher.polling.PlayedJobs;
import io.renderyard.egress.OutboundClient;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.limit.Level;
import io.renderyard.kernel.limit.RateLimiter;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.limit.LimitSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Test events as clients ask for them, posted to an endpoint on this machine. */
class PictifySubscriptionTestTest {
    private static final String UID = "wh_0193a5c26d0e7a0c9a432f6f3e0d9a11";

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final TestEndpoint endpoint = new TestEndpoint(InstantSource.system());
    private final MockMvc mvc;

    PictifySubscriptionTestTest() throws Exception {
        context.setServletContext(new MockServletContext());
        context.register(Parts.class);
        context.refresh();
        context.getBean(PlayedSubscriptions.class).target = endpoint.url();
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @AfterEach
    void end() {
        context.close();
        endpoint.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan({"io.renderyard.process.web", "io.renderyard.process.limit"})
    @Import({PictifySubscriptionTestController.class, PictifySubscriptions.class, PictifyTerms.class, NoBatches.class})
    static class Parts implements JobReader {
        @Bean
        PlayedSubscriptions subscriptions() {
            return new PlayedSubscriptions();
        }

        @Bean
        OutboundClient client() {
            return TestEndpoint.client("127.0.0.0/8");
        }

        @Bean
        Poster poster(OutboundClient client, PictifySubscriptions shape) {
            return Couriers.poster(client, shape, InstantSource.system());
        }

        @Bean
        io.renderyard.dispatcher.polling.Jobs jobs() {
            return PlayedJobs.over(this);
        }

        @Bean
        Random random() {
            return new Random(1);
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        TimeOrderedIds ids(InstantSource clock, Random random) {
            return new TimeOrderedIds(clock, random);
        }

        @Bean
        LimitSettings limits() {
            return new LimitSettings(LimitSettings.Limit.NONE, LimitSettings.Limit.NONE);
        }

        @Bean
        RateLimiter rates() {
            return (caller, requests, rate) -> Level.unlimited(Instant.EPOCH);
        }

        @Bean
        CredentialVerifier credentials() {
            return presented -> switch (presented.key().reveal()) {
                case "mine" -> Optional.of(credential(PlayedSubscriptions.TENANT));
                case "another" -> Optional.of(credential(new TenantId(new UUID(0, 2))));
                default -> Optional.empty();
            };
        }

        private static Credential credential(TenantId tenant) {
            return new Credential(new UUID(7, 1), tenant, EnumSet.allOf(Scope.class), false);
        }

        @Override
        public Optional<Job> find(TenantId tenant, JobId job) {
            return Optional.empty();
        }

        @Override
        public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
            return List.of();
        }
    }

    @Test
    void aTestEventIsOneSignedPost() throws Exception {
        endpoint.status = 202;

        JsonNode answer = json(test("mine", UID), 200);

        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
        assertThat(answer.path("duration").isIntegralNumber()).isTrue();
        assertThat(answer.has("error")).isFalse();
        assertThat(endpoint.posts).singleElement().satisfies(post -> {
            assertThat(VendorSample.accepts(
                            PlayedSubscriptions.SECRET.reveal(),
                            post.header("x-pictify-signature"),
                            post.body().getBytes(StandardCharsets.UTF_8),
                            Instant.now()))
                    .isTrue();
            assertThat(post.header("x-pictify-event")).isEqualTo("render.completed");
            assertThat(post.header("x-pictify-delivery-id")).matches("del_[0-9a-f]{32}");
            JsonNode body = JsonMapper.shared().readTree(post.body());
            assertThat(body.path("event").asString()).isEqualTo("render.completed");
            assertThat(body.path("data").path("test").asBoolean()).isTrue();
            assertThat(body.path("data").path("subscriptionId").asString()).isEqualTo(UID);
        });
    }

    @Test
    void anEndpointThatDoesNotTakeItIsNotTriedAgain() throws Exception {
        endpoint.status = 500;

        JsonNode answer = json(test("mine", UID), 200);

        assertThat(answer.path("success").asBoolean(true)).isFalse();
        assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
        assertThat(answer.path("error").asString()).isEqualTo("HTTP 500");
        assertThat(endpoint.posts).hasSize(1);
    }

    @Test
    void anEndpointThatIsNotThereHasNoStatus() throws Exception {
        context.getBean(PlayedSubscriptions.class).target = URI.create("http://127.0.0.1:1/");

        JsonNode answer = json(test("mine", UID), 200);

        assertThat(answer.path("success").asBoolean(true)).isFalse();
        assertThat(answer.path("statusCode").isNull()).isTrue();
        assertThat(answer.path("error").asString()).isNotBlank();
    }

    @Test
    void whatIsNotOnesOwnIsNotThere() throws Exception {
        for (MockHttpServletResponse answer : List.of(
                test("another", UID), test("mine", "wh_00000000000000000000000000000000"), test("mine", "a%2Fb"))) {
            assertThat(json(answer, 404).path("title").asString()).isEqualTo("Webhook not found");
        }
        assertThat(test("nobody", UID).getStatus()).isEqualTo(401);
        assertThat(endpoint.posts).isEmpty();
    }

    private MockHttpServletResponse test(String key, String uid) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(
                                HttpMethod.POST, URI.create("/pictify/webhook-subscriptions/" + uid + "/test"))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + key))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer, int status) throws Exception {
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        return JsonMapper.shared().readTree(text);
    }
}
