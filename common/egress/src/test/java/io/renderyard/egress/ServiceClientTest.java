package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServiceClientTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String HELLO =
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\nX-Request-Id: r1\r\n\r\nhello";

    private final PlayedResolver names =
            new PlayedResolver().with("api.example", "127.0.0.2").with("inside.example", "127.0.0.1");
    private final EgressPolicy policy = new EgressPolicy(List.of(AddressRange.parse("127.0.0.2/32")), names);
    private final ServiceClient client = new ServiceClient(policy, InstantSource.fixed(NOW), Runnable::run);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aCallSaysWhatItWasToldAndReadsTheAnswer() throws Exception {
        var received = new AtomicReference<String>("");
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            var text = new StringBuilder();
            while (text.indexOf("{\"a\":1}") < 0) {
                text.append((char) socket.getInputStream().read());
            }
            received.set(text.toString());
            ScriptedServer.write(socket, HELLO);
        })) {
            var request = new ServiceRequest(
                    "POST",
                    URI.create("http://api.example:" + server.port() + "/v1/images?x=1"),
                    Map.of("Content-Type", "application/json", "Authorization", "Bearer k"),
                    "{\"a\":1}".getBytes(StandardCharsets.UTF_8));

            ServiceAnswer.Responded<String> responded =
                    responded(client.call(request, LONG, 5, ServiceClientTest::text));

            assertThat(responded.status()).isEqualTo(200);
            assertThat(responded.header("x-request-id")).contains("r1");
            assertThat(responded.body()).isEqualTo("hello");
            assertThat(responded.retryAfter()).isEmpty();
            assertThat(received.get())
                    .startsWith("POST /v1/images?x=1 HTTP/1.1\r\n")
                    .contains("User-Agent: Renderyard\r\n", "Authorization: Bearer k\r\n", "Content-Length: 7\r\n");
        }
    }

    @Test
    void whatTheOperatorNamedMayBeAnywhere() throws Exception {
        for (String host : List.of("127.0.0.1", "localhost", "inside.example")) {
            try (var server = ScriptedServer.answering("127.0.0.1", HELLO)) {
                URI named = URI.create("http://" + host + ":" + server.port() + "/v1");

                assertThat(client.trusting(List.of(named)).download(named, LONG, 100))
                        .as(host)
                        .isInstanceOf(ServiceAnswer.Responded.class);
            }
        }
    }

    @Test
    void anotherPortOrHostOfTheSameMachineIsNotWhatWasNamed() throws Exception {
        try (var trap = ScriptedServer.answering("127.0.0.1", HELLO)) {
            URI named = URI.create("http://localhost:1/");
            ServiceClient trusting = client.trusting(List.of(named));
            for (String host : List.of("127.0.0.1", "localhost", "inside.example")) {
                assertThat(trusting.download(URI.create("http://" + host + ":" + trap.port() + "/"), LONG, 100))
                        .as(host)
                        .isInstanceOf(ServiceAnswer.Refused.class);
            }
            assertThat(client.trusting(List.of(URI.create("http://localhost:" + trap.port())))
                            .trusting(List.of(named))
                            .download(URI.create("http://localhost:" + trap.port()), LONG, 100))
                    .isInstanceOf(ServiceAnswer.Refused.class);
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void anAddressThatIsNoneOfAServiceIsRefusedAtTheStart() {
        assertThatThrownBy(() -> client.trusting(List.of(URI.create("ftp://api.example/"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scheme ftp");
    }

    @Test
    void aCallFollowsNoRedirect() throws Exception {
        try (var server = ScriptedServer.answering("127.0.0.2", redirect("http://api.example/"))) {
            assertThat(responded(call(server, LONG, 100)).status()).isEqualTo(302);
        }
    }

    @Test
    void aDownloadFollowsThreeRedirects() throws Exception {
        try (var server = ScriptedServer.answering("127.0.0.2", redirect("/b"), redirect("c"), redirect("d"), HELLO)) {
            assertThat(client.download(url(server), LONG, 100)).isInstanceOf(ServiceAnswer.Responded.class);
            assertThat(server.heads()).hasSize(4).last().asString().startsWith("GET /d HTTP/1.1");
        }
        try (var server = ScriptedServer.answering("127.0.0.2", redirect("/again"))) {
            assertThat(client.download(url(server), LONG, 100))
                    .isEqualTo(new ServiceAnswer.Unreachable<>("more than 3 redirects"));
            assertThat(server.heads()).hasSize(4);
        }
    }

    @Test
    void everyRedirectIsJudged() throws Exception {
        try (var trap = ScriptedServer.answering("127.0.0.1", HELLO)) {
            for (String host : List.of("127.0.0.1", "localhost", "inside.example", "[::1]")) {
                try (var server =
                        ScriptedServer.answering("127.0.0.2", redirect("http://" + host + ":" + trap.port() + "/"))) {
                    assertThat(client.download(url(server), LONG, 100))
                            .as(host)
                            .isInstanceOf(ServiceAnswer.Refused.class);
                }
            }
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void whoeverHangsIsLate() throws Exception {
        var end = new CountDownLatch(1);
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> end.await())) {
            assertThat(call(server, SHORT, 100)).isEqualTo(new ServiceAnswer.Late<>(SHORT));
            assertThat(client.download(url(server), SHORT, 100)).isEqualTo(new ServiceAnswer.Late<>(SHORT));
        } finally {
            end.countDown();
        }
    }

    @Test
    void aDrippingBodyDoesNotOutliveTheBound() throws Exception {
        var begun = new CountDownLatch(1);
        var brokenOff = new CountDownLatch(1);
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
            begun.countDown();
            var never = new CountDownLatch(1);
            try {
                while (!never.await(10, TimeUnit.MILLISECONDS)) {
                    ScriptedServer.write(socket, "x");
                }
            } finally {
                brokenOff.countDown();
            }
        })) {
            // One that was late before it got there is no proof.
            while (begun.getCount() > 0) {
                assertThat(call(server, SHORT, 1_000_000)).isInstanceOf(ServiceAnswer.Late.class);
            }
            assertThat(brokenOff.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws Exception {
        try (var server = ScriptedServer.answering("127.0.0.2", HELLO, "HTTP/1.1 200 OK\r\n\r\nhello")) {
            assertThat(call(server, LONG, 4)).isEqualTo(new ServiceAnswer.TooLarge<>(4));
            assertThat(call(server, LONG, 4)).isEqualTo(new ServiceAnswer.TooLarge<>(4));
            assertThat(call(server, LONG, 5)).isInstanceOf(ServiceAnswer.Responded.class);
        }
    }

    @Test
    void aBodyThatBreaksOffIsNoAnswer() throws Exception {
        try (var server = ScriptedServer.answering("127.0.0.2", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello")) {
            assertThat(call(server, LONG, 100)).isInstanceOf(ServiceAnswer.Unreachable.class);
        }
    }

    @Test
    void nothingIsSentTwiceByItself() throws Exception {
        try (var server = ScriptedServer.answering(
                "127.0.0.2",
                "HTTP/1.1 503 No\r\nRetry-After: 0\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "")) {
            assertThat(responded(call(server, LONG, 100)).retryAfter()).contains(Duration.ZERO);
            assertThat(call(server, LONG, 100)).isInstanceOf(ServiceAnswer.Unreachable.class);
            assertThat(server.heads()).hasSize(2);
        }
    }

    /** As many do, a few seconds after an answer, or while it stands in line to be read. */
    @Test
    void aServiceThatClosesWithoutAWordLosesNoCall() throws Exception {
        try (var server = ScriptedServer.answering("127.0.0.2", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")) {
            for (int i = 0; i < 20; i++) {
                assertThat(responded(call(server, LONG, 100)).status()).isEqualTo(200);
            }
            assertThat(server.connections()).isEqualTo(20);
        }
    }

    @Test
    void whoeverIsNotThereIsUnreachable() throws Exception {
        assertThat(client.download(URI.create("http://nobody.example/"), LONG, 100))
                .isEqualTo(new ServiceAnswer.Unreachable<>("no address for nobody.example"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptEndsTheCallAtOnce(boolean virtual) throws Exception {
        var reached = new CountDownLatch(1);
        var brokenOff = new CountDownLatch(1);
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            try {
                while (socket.getInputStream().read() >= 0) {
                    reached.countDown();
                }
            } finally {
                brokenOff.countDown();
            }
        })) {
            var thrown = new AtomicReference<@Nullable Exception>();
            Runnable body = () -> {
                try {
                    thrown.set(new IllegalStateException(call(server, LONG, 100).toString()));
                } catch (Exception e) {
                    thrown.set(e);
                }
            };
            Thread caller = virtual
                    ? Thread.ofVirtual().start(body)
                    : Thread.ofPlatform().start(body);
            assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();

            caller.interrupt();

            assertThat(caller.join(Duration.ofSeconds(20))).isTrue();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            assertThat(brokenOff.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void hundredsOfCallsWaitAtTheSameTime() throws Exception {
        int calls = 300;
        var all = new CountDownLatch(calls);
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
                    all.countDown();
                    boolean here = all.await(50, TimeUnit.SECONDS);
                    ScriptedServer.write(socket, here ? HELLO : "");
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ServiceAnswer<byte[]>> one = () -> call(server, Duration.ofSeconds(55), 100);
            List<Future<ServiceAnswer<byte[]>>> answers = threads.invokeAll(
                    IntStream.range(0, calls).mapToObj(any -> one).toList());

            for (Future<ServiceAnswer<byte[]>> answer : answers) {
                assertThat(answer.get()).isInstanceOf(ServiceAnswer.Responded.class);
            }
        }
    }

    @Test
    void ofLargeBodiesAFewAreInHandAndAllAreWorkedOutWhereItWasSaid() throws Exception {
        int calls = 60;
        var inHand = new AtomicInteger();
        var most = new AtomicInteger();
        var worked = new ConcurrentLinkedQueue<String>();
        String large = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000);
        try (var working = Executors.newCachedThreadPool(
                        Thread.ofPlatform().name("working-", 0).factory());
                var busy = new ServiceClient(policy, InstantSource.fixed(NOW), working);
                var server = ScriptedServer.answering("127.0.0.2", large);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ServiceAnswer<Integer>> one =
                    () -> busy.call(ServiceRequest.get(url(server)), LONG, 200_000, bytes -> {
                        most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
                        worked.add(Thread.currentThread().getName());
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                        inHand.decrementAndGet();
                        return bytes.remaining();
                    });
            for (Future<ServiceAnswer<Integer>> answer : threads.invokeAll(
                    IntStream.range(0, calls).mapToObj(any -> one).toList())) {
                assertThat(responded(answer.get()).body()).isEqualTo(100_000);
            }
        }
        assertThat(most.get()).isBetween(1, 4);
        assertThat(worked).hasSize(calls).allMatch(name -> name.startsWith("working-"));
    }

    @Test
    void aLargeBodyHasNothingOfTheOneBeforeIt() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
        for (int length : List.of(300_000, 200_000, 290_000, 100_000)) {
            String body = Integer.toString(length % 7).repeat(length);
            try (var told = ScriptedServer.answering(
                            "127.0.0.2", head + "Content-Length: " + length + "\r\n\r\n" + body);
                    var untold = ScriptedServer.answering("127.0.0.2", head + "\r\n" + body)) {
                for (ScriptedServer server : List.of(told, untold)) {
                    ServiceRequest asked = ServiceRequest.get(url(server));

                    assertThat(responded(client.call(asked, LONG, length, ServiceClientTest::text))
                                    .body())
                            .isEqualTo(body);
                    assertThat(client.call(asked, LONG, length - 1, ServiceClientTest::text))
                            .isEqualTo(new ServiceAnswer.TooLarge<>(length - 1));
                }
            }
        }
    }

    private ServiceAnswer<byte[]> call(ScriptedServer server, Duration atMost, long mostBytes)
            throws InterruptedException {
        var request = new ServiceRequest("POST", url(server), Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        return client.call(request, atMost, mostBytes, lent -> Arrays.copyOf(lent.array(), lent.remaining()));
    }

    private static String text(ByteBuffer lent) {
        return StandardCharsets.UTF_8.decode(lent).toString();
    }

    private static <T> ServiceAnswer.Responded<T> responded(ServiceAnswer<T> answer) {
        if (answer instanceof ServiceAnswer.Responded<T> responded) {
            return responded;
        }
        throw new AssertionError("no answer, but " + answer);
    }

    private static URI url(ScriptedServer server) {
        return URI.create("http://api.example:" + server.port() + "/a");
    }

    private static String redirect(String location) {
        return "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }
}
