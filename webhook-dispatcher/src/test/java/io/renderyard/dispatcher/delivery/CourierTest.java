package io.renderyard.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.renderyard.dispatcher.DispatcherSettings;
import io.renderyard.egress.AddressRange;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.OutboundClient;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryId;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts to a receiver on this machine that answers as it is told. */
class CourierTest {
    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final JobId JOB = new JobId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a11"));
    private static final String BODY = "{\"name\":\"ünïcode 😀\"}";
    private static final DispatcherSettings SETTINGS = new DispatcherSettings(
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(40)),
            2,
            Duration.ofSeconds(1));

    private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
    private final HttpServer receiver;
    private final PlayedDeliveries ledger = new PlayedDeliveries();
    private final OutboundClient client = client(List.of(AddressRange.parse("127.0.0.0/8")));
    private volatile int status = 200;
    private volatile Map<String, String> answerHeaders = Map.of();

    CourierTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::answer);
        receiver.start();
    }

    @AfterEach
    void end() {
        receiver.stop(0);
        client.close();
    }

    @Test
    void aReceiverCanTellWhoSentItAndThatNothingWasChanged() throws Exception {
        DeliveryAttempt attempt = attempt(1);

        courier(client).deliver(attempt);

        assertThat(ledger.outcomes()).containsExactly("delivered 200 HTTP 200");
        Post post = posts.remove();
        assertThat(post.body()).isEqualTo(BODY);
        assertThat(post.headers().firstValue("webhook-id"))
                .contains(attempt.event().toString());
        assertThat(post.headers().firstValue("content-type")).contains("application/json; charset=utf-8");
        assertThat(post.headers().firstValue("user-agent"))
                .hasValueSatisfying(agent -> assertThat(agent).startsWith("Renderyard"));
        assertThat(post.headers().firstValue("x-job-id")).contains(JOB.toString());
        assertThat(post.headers().firstValue("x-attempt")).contains("1");
        assertThatCode(() -> new Webhook(SECRET.reveal()).verify(post.body(), post.headers()))
                .doesNotThrowAnyException();
    }

    @Test
    void eachAttemptCarriesTheSameIdAndBody() {
        DeliveryAttempt first = attempt(1);
        DeliveryAttempt second = new DeliveryAttempt(
                first.delivery(),
                2,
                first.event(),
                first.job(),
                first.tenant(),
                first.endpoint(),
                first.url(),
                first.body());

        courier(client).deliver(first);
        courier(client).deliver(second);

        Post one = posts.remove();
        Post two = posts.remove();
        assertThat(two.body()).isEqualTo(one.body());
        assertThat(two.headers().firstValue("webhook-id"))
                .isEqualTo(one.headers().firstValue("webhook-id"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204, 299})
    void anySuccessIsTaken(int answer) {
        status = answer;

        courier(client).deliver(attempt(1));

        assertThat(ledger.outcomes()).containsExactly("delivered " + answer + " HTTP " + answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 408, 409, 425, 429, 500, 503})
    void whatMayPassIsTriedAgain(int answer) {
        status = answer;
        answerHeaders = Map.of("Location", "/elsewhere");

        courier(client).deliver(attempt(2));

        assertThat(ledger.outcomes()).containsExactly("retry " + answer + " after 20 s: HTTP " + answer);
        assertThat(posts).as("redirects are not followed").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void whoRejectsItIsNotAskedAgain(int answer) {
        status = answer;

        courier(client).deliver(attempt(1));

        assertThat(ledger.outcomes())
                .containsExactly("given up " + answer + ": HTTP " + answer + ": the endpoint rejects it");
    }

    @Test
    void whoAsksToBeLeftAloneIs() {
        status = 503;
        answerHeaders = Map.of("Retry-After", "120");

        courier(client).deliver(attempt(1));

        assertThat(ledger.outcomes()).containsExactly("retry 503 after 120 s: HTTP 503");
    }

    @Test
    void whoIsGoneIsNotAskedAgain() {
        status = 410;

        courier(client).deliver(attempt(1));

        assertThat(ledger.outcomes()).containsExactly("given up 410: HTTP 410: the endpoint says that it is gone");
    }

    @Test
    void afterTheLastAttemptItIsGivenUp() {
        status = 500;

        courier(client).deliver(attempt(5));

        assertThat(ledger.outcomes()).containsExactly("given up 500: HTTP 500");
    }

    @Test
    void whoDoesNotAnswerIsTriedAgain() {
        receiver.stop(0);

        courier(client).deliver(attempt(1));

        assertThat(ledger.outcomes()).singleElement().asString().startsWith("retry none after 10 s: ");
    }

    @Test
    void anAddressThatMayNotBeContactedIsGivenUpAtOnceAndWithoutDetails() {
        try (OutboundClient strict = client(List.of())) {
            courier(strict).deliver(attempt(1));
        }

        assertThat(ledger.outcomes())
                .containsExactly("given up none: The host is not on the public internet, so it may not be contacted.");
        assertThat(posts).isEmpty();
    }

    @Test
    void whatIsDueIsPostedAndADefectDoesNotEndIt() throws InterruptedException {
        var deliveries = new Deliveries(ledger, courier(client), SETTINGS);
        ledger.failNext(new IllegalArgumentException("a row that cannot be read"));
        for (int i = 0; i < 5; i++) {
            ledger.add(attempt(1));
        }
        deliveries.start();
        try {
            deliveries.look();
            for (int i = 0; i < 5; i++) {
                assertThat(ledger.outcomes().poll(10, TimeUnit.SECONDS)).isEqualTo("delivered 200 HTTP 200");
            }
        } finally {
            deliveries.stop();
        }
    }

    private Courier courier(OutboundClient through) {
        InstantSource clock = InstantSource.system();
        var terms = new StandardTerms(tenant -> SECRET, SETTINGS, () -> 0L);
        return new Courier(
                ledger,
                new Poster(through, terms, List.of(), new SubscriptionShapes(List.of()), clock),
                new SimpleMeterRegistry());
    }

    private static OutboundClient client(List<AddressRange> allowed) {
        return new OutboundClient(
                new EgressPolicy(allowed, host -> {
                    throw new UnknownHostException(host);
                }),
                InstantSource.system());
    }

    private DeliveryAttempt attempt(int number) {
        return new DeliveryAttempt(
                new DeliveryId(UUID.randomUUID()),
                number,
                new EventId(UUID.randomUUID()),
                JOB,
                new TenantId(UUID.randomUUID()),
                new Endpoint.Named(io.renderyard.kernel.job.Webhook.EVENT, EventType.JOB_SUCCEEDED),
                URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"),
                BODY);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posts.add(new Post(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
            answerHeaders.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private record Post(HttpHeaders headers, String body) {}
}
