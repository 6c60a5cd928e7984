package io.renderyard.dispatcher.face.pictory;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dispatcher.delivery.Occurrence;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.dispatcher.polling.PlayedJobs;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.Job;
import io.renderyard.process.limit.LimitSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The reading side as clients meet it, without a server and a ledger; contract pictory.md, sections 4, 6, 7, 8, 9, 11. */
class PictoryFaceTest {
    private static final String JOB = "/pictoryapis/v1/jobs/" + PlayedLedger.ID;

    private final PlayedLedger ledger;
    private final PictoryWebhookBody webhook;
    private final MockMvc mvc;

    PictoryFaceTest() {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Parts.class);
        context.refresh();
        ledger = context.getBean(PlayedLedger.class);
        webhook = context.getBean(PictoryWebhookBody.class);
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan({"io.renderyard.process.web", "io.renderyard.process.limit", "io.renderyard.dispatcher.face.pictory"
    })
    static class Parts {
        @Bean
        PlayedLedger ledger() {
            return new PlayedLedger();
        }

        @Bean
        Jobs jobs(PlayedLedger ledger) {
            return PlayedJobs.over(ledger);
        }

        @Bean
        LimitSettings limits() {
            return new LimitSettings(LimitSettings.Limit.NONE, new LimitSettings.Limit(20, 1, null));
        }

        @Bean
        PlayedRates rates() {
            return new PlayedRates();
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.EPOCH);
        }
    }

    static Stream<Job> underWay() {
        return Stream.of(PlayedLedger.queued(), PlayedLedger.running());
    }

    static Stream<Job> ended() {
        return Stream.of(PlayedLedger.painted(), PlayedLedger.failed(), PlayedLedger.cancelled());
    }

    @ParameterizedTest
    @MethodSource("underWay")
    void whatIsUnderWayIsInProgressAndSaysWhenToAskAgain(Job job) throws Exception {
        ledger.job = job;
        MockHttpServletResponse answer = ask("all", "GET", JOB);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text(answer))
                .isEqualTo("{\"job_id\":\"" + PlayedLedger.ID
                        + "\",\"success\":true,\"data\":{\"status\":\"in-progress\"}}");
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("10");
        assertThat(answer.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store", "private");
        assertThat(answer.getContentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @MethodSource("ended")
    void aWebhookIsToldTheVeryBytesOfAPoll(Job job) throws Exception {
        ledger.job = job;
        var event = new Event(
                new EventId(new UUID(5, 5)),
                PlayedLedger.ME,
                new Event.OfJob(job.id()),
                EventType.JOB_SUCCEEDED,
                Instant.EPOCH,
                null);

        assertThat(webhook.shape()).isEqualTo("pictory");
        assertThat(webhook.of(new Occurrence.OfJob(event, job)).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(ask("all", "GET", JOB).getContentAsByteArray());
    }

    @Test
    void anEndIsToldWithoutAWishToBeAskedAgain() throws Exception {
        ledger.job = PlayedLedger.painted();
        MockHttpServletResponse answer = ask("all", "GET", JOB);

        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isNull();
        assertThat(text(answer)).contains("\"aiCreditsUsed\":0.6}");
    }

    @Test
    void whoKnowsTheAnswerIsNotToldAgain() throws Exception {
        String tag = String.valueOf(ask("all", "GET", JOB).getHeader(HttpHeaders.ETAG));

        assertThat(ask("all", "GET", JOB, HttpHeaders.IF_NONE_MATCH, tag).getStatus())
                .isEqualTo(304);
        ledger.job = PlayedLedger.failed();
        assertThat(ask("all", "GET", JOB, HttpHeaders.IF_NONE_MATCH, tag).getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"all, 0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a12", "all, no-id", "other, 0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a11"
    })
    void aJobThatIsNotThereIsNotFoundWhateverTheReason(String key, String id) throws Exception {
        for (String method : new String[] {"GET", "DELETE"}) {
            String path = "/pictoryapis/v1/jobs/" + id + (method.equals("GET") ? "" : "/clean");
            MockHttpServletResponse answer = ask(key, method, path);

            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(text(answer))
                    .isEqualTo("{\"job_id\":\"" + id + "\",\"success\":false,\"data\":{\"error_code\":\"5000\","
                            + "\"error_message\":\"JOB_NOT_FOUND\"}}");
        }
    }

    @Test
    void jobsAreListed() throws Exception {
        assertThat(text(ask("all", "GET", "/pictoryapis/v1/jobs")))
                .isEqualTo("{\"items\":[{\"job_id\":\"<id>\",\"success\":true,\"data\":{\"jobId\":\"<id>\","
                                .replace("<id>", PlayedLedger.ID.toString())
                        + "\"status\":\"in-progress\"}}],\"nextPageKey\":null}");
        assertThat(text(ask("other", "GET", "/pictoryapis/v1/jobs"))).isEqualTo("{\"items\":[],\"nextPageKey\":null}");
    }

    @Test
    void aPageKeyThatNobodyGaveIsRefused() throws Exception {
        MockHttpServletResponse answer = ask("all", "GET", "/pictoryapis/v1/jobs?nextPageKey=x");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(text(answer)).startsWith("{\"code\":\"INVALID_REQUEST\",\"message\":\"nextPageKey is none");
    }

    @Test
    void aFinishedJobIsWipedAsOftenAsItIsAskedFor() throws Exception {
        ledger.job = PlayedLedger.failed();
        for (int i = 0; i < 2; i++) {
            MockHttpServletResponse answer = ask("all", "DELETE", JOB + "/clean");

            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(text(answer)).isEqualTo("{\"success\":true}");
        }
        assertThat(text(ask("all", "GET", JOB)))
                .isEqualTo(
                        "{\"job_id\":\"" + PlayedLedger.ID + "\",\"success\":true,\"data\":{\"status\":\"cleaned\"}}");
    }

    @Test
    void aJobThatIsUnderWayIsNotWiped() throws Exception {
        MockHttpServletResponse answer = ask("all", "DELETE", JOB + "/clean");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(text(answer))
                .isEqualTo(
                        "{\"success\":false,\"data\":{\"error_code\":\"5001\",\"error_message\":\"JOB_IN_PROGRESS\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, GET, 0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a11, 401, Unauthorized",
        "wrong, DELETE, x/clean, 401, Unauthorized",
        "none, GET, x, 403, Forbidden",
        "none, DELETE, x/clean, 403, Forbidden",
        "all, POST, x, 405, Method Not Allowed",
        "all, GET, x/clean, 405, Method Not Allowed",
        "all, GET, x/nothing, 404, Not Found"
    })
    void whatIsRefusedIsAMessageAlone(String key, String method, String path, int status, String message)
            throws Exception {
        MockHttpServletResponse answer = ask(key, method, "/pictoryapis/v1/jobs/" + path);

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(text(answer)).isEqualTo("{\"message\":\"" + message + "\"}");
        assertThat(answer.getContentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Bearer wrong"})
    void withoutAKeyNobodyIsToldAnything(String authorization) throws Exception {
        assertThat(ask(authorization, "GET", JOB).getStatus()).isEqualTo(401);
    }

    @Test
    void whoPollsTooOftenIsToldWhenToComeAgain() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(ask("all", "GET", JOB).getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse answer = ask("all", "GET", JOB);

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(text(answer)).isEqualTo("{\"message\":\"Too Many Requests\"}");
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(answer.getHeader("RateLimit-Limit")).isEqualTo("20");
        assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(answer.getHeader("RateLimit-Reset")).isEqualTo("20");
        assertThat(ask("other", "GET", JOB).getStatus()).isEqualTo(404);
    }

    @Test
    void aLedgerThatIsAwayMayBeAskedAgain() throws Exception {
        ledger.away = true;
        MockHttpServletResponse answer = ask("all", "GET", JOB);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(text(answer)).isEqualTo("{\"message\":\"Service Unavailable\"}");
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
    }

    private MockHttpServletResponse ask(String key, String method, String path, String... header) throws Exception {
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path))
                .header(HttpHeaders.AUTHORIZATION, key)
                .accept("text/html");
        if (header.length > 0) {
            request.header(header[0], header[1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
