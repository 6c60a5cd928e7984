package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one page may have through its proxy. */
@Timeout(30)
class EgressProxyLimitsTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
    private static final String ANSWER = HEAD + "x".repeat(100);
    private static final long PLENTY = 1_000_000;
    private static final int CHUNK = BodyFraming.BUFFER;

    private final EgressProxy proxy = new EgressProxy(
            new EgressPolicy(
                    List.of(AddressRange.parse("127.0.0.2/32")),
                    new PlayedResolver().with("site.example", "127.0.0.2")),
            ProxyLimits.USUAL);

    EgressProxyLimitsTest() throws IOException {}

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void aRequestTooManyIsRefusedAndNeverMade() throws Exception {
        proxy.begin(new TrafficLimits(2, PLENTY));
        try (var server = ScriptedServer.answering("127.0.0.2", ANSWER)) {
            assertThat(get(server, "/1")).endsWith("x");
            assertThat(get(server, "/2")).endsWith("x");
            assertThat(get(server, "/3?a=b"))
                    .startsWith("HTTP/1.1 403 ")
                    .endsWith("\r\n\r\nOne page may make at most 2 requests.\n");
            assertThat(connect(server)).startsWith("HTTP/1.1 403 ");
            assertThat(server.connections()).isEqualTo(2);
            assertThat(proxy.cuts())
                    .extracting(Cut::target, Cut::limit)
                    .containsExactly(
                            tuple(url(server, "/3?a=b"), TrafficLimit.REQUESTS),
                            tuple("site.example:" + server.port(), TrafficLimit.REQUESTS));
            assertThat(proxy.drainRefusals()).isEmpty();
        }
    }

    @Test
    void aRequestThatThePolicyRefusesCounts() throws Exception {
        proxy.begin(new TrafficLimits(2, PLENTY));
        try (var server = ScriptedServer.answering("127.0.0.2", ANSWER)) {
            assertThat(ProxyClient.exchange(proxy, "CONNECT 10.0.0.1:443 HTTP/1.1\r\n\r\n"))
                    .endsWith(Reason.ADDRESS.sentence() + "\n");
            assertThat(get(server, "/")).endsWith("x");
            assertThat(get(server, "/")).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void everyHopOfARedirectCounts() throws Exception {
        proxy.begin(new TrafficLimits(5, PLENTY));
        try (var server = ScriptedServer.answering(
                "127.0.0.2", "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")) {
            var browser = new OkHttpClient.Builder()
                    .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())))
                    .build();
            var request = new Request.Builder().url(url(server, "/")).build();
            try (var response = browser.newCall(request).execute()) {
                assertThat(response.code()).isEqualTo(403);
            }
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void aTunnelIsOneRequestHoweverMuchIsSaidInIt() throws Exception {
        proxy.begin(new TrafficLimits(1, PLENTY));
        try (var echo = ScriptedServer.echoing("127.0.0.2");
                var client = ProxyClient.connected(proxy, echo)) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.say("word").until("word")).isEqualTo("word");
            }
            assertThat(connect(echo)).startsWith("HTTP/1.1 403 ");
            assertThat(client.say("still").until("still")).isEqualTo("still");
        }
    }

    @Test
    void anAnswerMayHaveTheLastByteAndNotOneMore() throws Exception {
        try (var server = ScriptedServer.answering("127.0.0.2", ANSWER)) {
            proxy.begin(new TrafficLimits(10, ANSWER.length()));
            assertThat(get(server, "/whole")).endsWith("x".repeat(100));
            assertThat(get(server, "/next"))
                    .endsWith("One page may load and send at most " + ANSWER.length() + " bytes.\n");
            assertThat(server.connections()).isEqualTo(1);

            proxy.begin(new TrafficLimits(10, ANSWER.length() - 1));
            assertThat(get(server, "/cut")).startsWith("HTTP/1.1 403 ");
            assertThat(proxy.cuts()).extracting(Cut::target).containsExactly(url(server, "/cut"));
        }
    }

    @Test
    void anAnswerWithoutEndIsSeenToBreakOff() throws Exception {
        proxy.begin(new TrafficLimits(10, 200_000));
        try (var server = new Stream(200_000 - CHUNK);
                var client = new ProxyClient(proxy)) {
            client.say("GET " + url(server.server, "/stream") + " HTTP/1.1\r\n\r\n");

            assertThat(server.readBy(client)).isLessThanOrEqualTo(200_000 + 200);
            assertThat(proxy.cuts())
                    .containsExactly(new Cut(
                            url(server.server, "/stream"),
                            TrafficLimit.BYTES,
                            "One page may load and send at most 200,000 bytes."));
            assertThat(get(server.server, "/")).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void aTunnelIsCutInEitherDirection() throws Exception {
        proxy.begin(new TrafficLimits(10, 200_000));
        try (var server = new Stream(200_000 - CHUNK);
                var client = ProxyClient.connected(proxy, server.server)) {
            assertThat(server.readBy(client)).isLessThanOrEqualTo(200_000);
            assertThat(proxy.cuts()).extracting(Cut::target).containsExactly("site.example:" + server.server.port());
        }
        proxy.begin(new TrafficLimits(10, 200_000));
        try (var listener = new Listener();
                var client = ProxyClient.connected(proxy, listener.server)) {
            assertThatThrownBy(() -> sendForEver(client)).isInstanceOf(IOException.class);
            assertThat(listener.heard()).isBetween(200_000L - 2 * CHUNK, 200_000L);
        }
    }

    @Test
    void aRequestBodyIsCutToo() throws Exception {
        proxy.begin(new TrafficLimits(10, 200_000));
        try (var listener = new Listener();
                var client = new ProxyClient(proxy)) {
            client.say("POST " + url(listener.server, "/up") + " HTTP/1.1\r\nContent-Length: 100000000\r\n\r\n");
            assertThatThrownBy(() -> sendForEver(client)).isInstanceOf(IOException.class);
            assertThat(listener.heard()).isBetween(200_000L - 2 * CHUNK, 200_000L + 200);
            assertThat(proxy.cuts()).extracting(Cut::target).containsExactly(url(listener.server, "/up"));
        }
    }

    @Test
    void theNextPageHasEverythingAndNothingOfTheLast() throws Exception {
        proxy.begin(new TrafficLimits(1, 300));
        try (var server = ScriptedServer.answering("127.0.0.2", ANSWER);
                var echo = ScriptedServer.echoing("127.0.0.2");
                var late = ProxyClient.connected(proxy, echo)) {
            assertThat(get(server, "/")).startsWith("HTTP/1.1 403 ");
            assertThat(ProxyClient.exchange(proxy, "CONNECT me@x HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 4");

            proxy.begin(new TrafficLimits(1, 300));

            assertThat(proxy.cuts()).isEmpty();
            assertThat(proxy.drainRefusals()).isEmpty();
            assertThatThrownBy(() -> late.say("x".repeat(300)).until("x")).isInstanceOf(IOException.class);
            assertThat(get(server, "/")).endsWith("x".repeat(100));
            assertThat(get(server, "/")).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void aTunnelIsNotedAndAPlainRequestIsNot() throws Exception {
        proxy.begin(new TrafficLimits(10, PLENTY));
        try (var server = ScriptedServer.answering("127.0.0.2", ANSWER);
                var echo = ScriptedServer.echoing("127.0.0.2")) {
            assertThat(get(server, "/")).endsWith("x");
            assertThat(proxy.hasTunnelled()).isFalse();
            ProxyClient.connected(proxy, echo).close();
            assertThat(proxy.hasTunnelled()).isTrue();
            proxy.rest();
            assertThat(proxy.hasTunnelled()).isTrue();
            proxy.begin(new TrafficLimits(10, PLENTY));
            assertThat(proxy.hasTunnelled()).isFalse();
        }
    }

    @Test
    void betweenTwoPagesNobodyIsServed() throws Exception {
        proxy.begin(new TrafficLimits(10, PLENTY));
        try (var server = ScriptedServer.answering("127.0.0.2", ANSWER);
                var echo = ScriptedServer.echoing("127.0.0.2");
                var late = ProxyClient.connected(proxy, echo)) {
            proxy.rest();

            assertThatThrownBy(() -> late.say("x".repeat(300)).until("x")).isInstanceOf(IOException.class);
            try (var next = new ProxyClient(proxy)) {
                assertThatThrownBy(() -> next.say("GET " + url(server, "/") + " HTTP/1.1\r\n\r\n")
                                .until("x"))
                        .isInstanceOf(IOException.class);
            }
            assertThat(server.connections()).isZero();
            assertThat(proxy.isOpen()).isTrue();
            proxy.begin(new TrafficLimits(10, PLENTY));
            assertThat(get(server, "/")).endsWith("x");
        }
    }

    @Test
    void aClosedProxyStaysClosed() {
        proxy.close();
        proxy.begin(new TrafficLimits(1, 1));
        assertThat(proxy.isOpen()).isFalse();
    }

    @Test
    void aPageThatMayHaveNothingIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrafficLimits(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrafficLimits(1, 0));
        assertThat(new TrafficLimits(2_000, 256 << 20).sentence(TrafficLimit.BYTES))
                .isEqualTo("One page may load and send at most 256 MB.");
    }

    private static void sendForEver(ProxyClient client) throws IOException {
        while (true) {
            client.say("x".repeat(1_000));
        }
    }

    /** Sends as much as all of its clients may have for sure, and more without end once that has arrived. */
    private static final class Stream implements AutoCloseable {
        private static final String START = "HTTP/1.1 200 OK\r\n\r\n";
        private final int allowed;
        private final CountDownLatch arrived = new CountDownLatch(1);
        final ScriptedServer server;

        Stream(int allowed) throws IOException {
            this.allowed = allowed;
            server = new ScriptedServer("127.0.0.2", 0, socket -> {
                ScriptedServer.write(socket, START + "x".repeat(allowed - START.length()));
                arrived.await();
                while (true) {
                    ScriptedServer.write(socket, "x".repeat(1_000));
                }
            });
        }

        /** How many bytes came before a reset; a reset may overtake the last of them. */
        int readBy(ProxyClient client) throws IOException {
            InputStream in = client.socket.getInputStream();
            int count = in.readNBytes(allowed).length;
            assertThat(count).isEqualTo(allowed);
            arrived.countDown();
            byte[] buffer = new byte[CHUNK];
            while (true) {
                try {
                    int more = in.read(buffer);
                    assertThat(more).as("an end that looks like a good one").isPositive();
                    count += more;
                } catch (SocketException e) {
                    return count;
                }
            }
        }

        @Override
        public void close() throws IOException {
            arrived.countDown();
            server.close();
        }
    }

    /** Counts what it hears after the head, if there is one. */
    private static final class Listener implements AutoCloseable {
        private final AtomicLong count = new AtomicLong();
        private final CountDownLatch end = new CountDownLatch(1);
        final ScriptedServer server = new ScriptedServer("127.0.0.2", 0, socket -> {
            try {
                byte[] buffer = new byte[CHUNK];
                for (int more = 0; more >= 0; more = socket.getInputStream().read(buffer)) {
                    count.addAndGet(more);
                }
            } finally {
                end.countDown();
            }
        });

        Listener() throws IOException {}

        long heard() throws InterruptedException {
            assertThat(end.await(5, TimeUnit.SECONDS)).isTrue();
            return count.get();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private static String url(ScriptedServer server, String path) {
        return "http://site.example:" + server.port() + path;
    }

    private String get(ScriptedServer server, String path) throws IOException {
        return ProxyClient.exchange(proxy, "GET " + url(server, path) + " HTTP/1.1\r\n\r\n");
    }

    private String connect(ScriptedServer server) throws IOException {
        return ProxyClient.exchange(proxy, "CONNECT site.example:" + server.port() + " HTTP/1.1\r\n\r\n");
    }
}
