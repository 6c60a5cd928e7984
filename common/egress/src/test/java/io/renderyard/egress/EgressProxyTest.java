package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EgressProxyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final PlayedResolver names = new PlayedResolver()
            .with("site.example", "127.0.0.2")
            .with("inside.example", "127.0.0.1")
            .with("half.example", "127.0.0.2", "127.0.0.1");
    private final EgressPolicy policy = new EgressPolicy(List.of(AddressRange.parse("127.0.0.2/32")), names);
    private EgressProxy proxy;

    EgressProxyTest() throws IOException {
        proxy = new EgressProxy(policy);
    }

    @BeforeEach
    void listensOnLoopbackOnly() {
        assertThat(proxy.port()).isPositive();
        assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.3"), proxy.port()).close())
                .isInstanceOf(IOException.class);
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    private void limit(ProxyLimits limits) throws IOException {
        proxy.close();
        proxy = new EgressProxy(policy, limits);
    }

    @Test
    void aTunnelCarriesBytesBothWays() throws Exception {
        try (var echo = new ScriptedServer(
                        "127.0.0.2", 0, socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
                var client = new ProxyClient(proxy)) {
            client.say("CONNECT site.example:" + echo.port() + " HTTP/1.1\r\nHost: x\r\n\r\nearly");
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
            assertThat(client.until("early")).isEqualTo("early");
            for (String word : List.of("one", "two", "three")) {
                assertThat(client.say(word).until(word)).isEqualTo(word);
            }
        }
    }

    @Test
    void halfAnEndPassesThroughATunnel() throws Exception {
        var heard = new AtomicReference<String>("");
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
                    String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    ScriptedServer.write(socket, "heard " + all);
                });
                var client = connected(server)) {
            client.say("question");
            client.socket.shutdownOutput();
            assertThat(client.rest()).isEqualTo("heard question");
        }
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
                    ScriptedServer.write(socket, "first");
                    socket.shutdownOutput();
                    heard.set(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                });
                var client = connected(server)) {
            assertThat(client.rest()).isEqualTo("first");
            client.say("still here");
            client.socket.shutdownOutput();
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(heard.get()).isEqualTo("still here"));
        }
    }

    @Test
    void aPlainRequestIsWrittenAnewForTheServer() throws Exception {
        try (var server = ScriptedServer.answering(
                "127.0.0.2",
                "HTTP/1.1 200 Fine\r\nConnection: keep-alive, X-Hop\r\nX-Hop: 1\r\nSet-Cookie: a=1\r\n"
                        + "Content-Length: 2\r\n\r\nok")) {
            String answer = ProxyClient.exchange(
                    proxy,
                    "GET http://site.example:" + server.port() + "/a%20b?c=d HTTP/1.1\r\nHost: other.example\r\n"
                            + "Proxy-Connection: keep-alive\r\nProxy-Authorization: Basic c2VjcmV0\r\n"
                            + "Connection: X-Mine\r\nX-Mine: 1\r\nUpgrade: h2c\r\nCookie: k=v\r\n\r\n");
            assertThat(answer)
                    .isEqualTo("HTTP/1.1 200 Fine\r\nSet-Cookie: a=1\r\nContent-Length: 2\r\n"
                            + "Connection: close\r\n\r\nok");
            assertThat(server.heads())
                    .containsExactly("GET /a%20b?c=d HTTP/1.1\r\nHost: site.example:" + server.port()
                            + "\r\nCookie: k=v\r\nConnection: close\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 10\r\n\r\n0123456789",
                "Transfer-Encoding: chunked\r\n\r\n" + "4;x=y\r\n0123\r\n06\r\n456789\r\n0\r\nTrailer: x\r\n\r\n"
            })
    void aBodyReachesTheServer(String headersAndBody) throws Exception {
        var received = new AtomicReference<String>("");
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            var text = new StringBuilder();
            while (!text.toString().matches("(?s).*(\r\n0123456789|\r\n0\r\n\r\n)")) {
                text.append((char) socket.getInputStream().read());
            }
            received.set(text.toString());
            ScriptedServer.write(socket, "HTTP/1.1 100 Continue\r\n\r\n" + OK);
        })) {
            String answer = ProxyClient.exchange(
                    proxy, "POST http://127.0.0.2:" + server.port() + "/ HTTP/1.1\r\nHost: x\r\n" + headersAndBody);
            assertThat(answer)
                    .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                    .endsWith("\r\n\r\nok");
            assertThat(received.get())
                    .satisfiesAnyOf(
                            text -> assertThat(text)
                                    .contains("Content-Length: 10")
                                    .endsWith("\r\n\r\n0123456789"),
                            text -> assertThat(text)
                                    .contains("Transfer-Encoding: chunked", "4\r\n0123\r\n6\r\n456789\r\n0\r\n"));
        }
    }

    @Test
    void anAnswerBeforeTheEndOfTheBodyArrives() throws Exception {
        try (var server = ScriptedServer.answering("127.0.0.2", "HTTP/1.1 413 Large\r\nContent-Length: 0\r\n\r\n");
                var client = new ProxyClient(proxy)) {
            client.say("POST http://127.0.0.2:" + server.port() + "/ HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Length: 1000000\r\n\r\nbeginning");
            assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void everyKindOfAnswerEndsWhereItEnds() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
        assertThat(relayed("GET", "HTTP/1.1 200 OK\r\n\r\nuntil close")).isEqualTo(head + "until close");
        assertThat(relayed("GET", "HTTP/1.0 200 OK\n\nsloppy")).isEqualTo(head + "sloppy");
        assertThat(relayed("GET", "HTTP/1.1 200\r\n\r\nx"))
                .startsWith("HTTP/1.1 200 \r\n")
                .endsWith("x");
        assertThat(relayed("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"))
                .contains("Content-Length: 9")
                .endsWith("\r\n\r\n");
        assertThat(relayed("GET", "HTTP/1.1 304 Same\r\nContent-Length: 9\r\n\r\n"))
                .startsWith("HTTP/1.1 304 ");
        assertThat(relayed(
                        "GET",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n"
                                + "2\r\nok\r\n0\r\n\r\n"))
                .doesNotContain("Content-Length")
                .endsWith("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nok\r\n0\r\n\r\n");
        assertThat(relayed("GET", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc"))
                .isEmpty();
        assertThat(relayed("GET", "SSH-2.0-OpenSSH_9.2\r\n\r\n")).isEmpty();
        assertThat(relayed("GET", "HTTP/1.1 101 Up\r\n\r\n")).isEmpty();
        assertThat(relayed("GET", "HTTP/1.1 100 Go\r\n\r\n".repeat(50))).doesNotContain("HTTP/1.1 502 ");
        assertThat(relayed("GET", "")).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOffIsSeenToBreakOff() throws Exception {
        try (var server = ScriptedServer.answering(
                        "127.0.0.2", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
                var client = new ProxyClient(proxy)) {
            client.say("GET http://127.0.0.2:" + server.port() + "/ HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThatThrownBy(() -> client.until("0\r\n\r\n")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void eventsArriveOneByOne() throws Exception {
        var firstSeen = new CountDownLatch(1);
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
                    ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\n\r\ndata: 1\n\n");
                    firstSeen.await();
                    ScriptedServer.write(socket, "data: 2\n\n");
                });
                var client = new ProxyClient(proxy)) {
            client.say("GET http://127.0.0.2:" + server.port() + "/ HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.until("data: 1\n\n")).endsWith("data: 1\n\n");
            firstSeen.countDown();
            assertThat(client.rest()).isEqualTo("data: 2\n\n");
        }
    }

    @Test
    void aForbiddenTargetIsRefusedRememberedAndNeverDialled() throws Exception {
        try (var trap = ScriptedServer.answering("127.0.0.1", OK)) {
            int port = trap.port();
            assertThat(ProxyClient.exchange(proxy, "CONNECT 127.1:" + port + " HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 Forbidden\r\n")
                    .endsWith(Reason.ADDRESS.sentence() + "\n");
            assertThat(ProxyClient.exchange(proxy, "GET http://inside.example:" + port + "/ HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(ProxyClient.exchange(
                            proxy, "POST http://half.example:" + port + "/ HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(ProxyClient.exchange(proxy, "CONNECT [::ffff:127.0.0.1]:" + port + " HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(proxy.drainRefusals())
                    .containsExactly(
                            new Refusal("127.0.0.1", port, Reason.ADDRESS),
                            new Refusal("inside.example", port, Reason.ADDRESS),
                            new Refusal("half.example", port, Reason.ADDRESS),
                            new Refusal("127.0.0.1", port, Reason.ADDRESS));
            assertThat(proxy.drainRefusals()).isEmpty();
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void noSpellingOfTheCorpusComesThrough() throws Exception {
        List<String> hosts = Corpus.generatedForbidden().stream()
                .map(url -> url.substring(url.indexOf("//") + 2, url.lastIndexOf('/')))
                .filter(host -> host.matches("[\\x21-\\x7e]+"))
                .map(host -> host.replaceAll(":(8080|8443)$", ""))
                .toList();
        assertThat(hosts).hasSizeGreaterThan(400);
        for (String host : hosts) {
            assertThat(ProxyClient.exchange(proxy, "CONNECT " + host + ":80 HTTP/1.1\r\n\r\n"))
                    .as(host)
                    .matches("(?s)HTTP/1.1 40[03] .*");
        }
    }

    @Test
    void aNameThatChangesItsMindIsDialledWhereItWasJudged() throws Exception {
        names.with("flip.example", "127.0.0.2").with("flip.example", "127.0.0.1");
        try (var server = ScriptedServer.answering("127.0.0.2", OK);
                var trap = ScriptedServer.answeringAt("127.0.0.1", server.port(), OK)) {
            String request = "GET http://flip.example:" + server.port() + "/ HTTP/1.1\r\n\r\n";
            assertThat(ProxyClient.exchange(proxy, request)).endsWith("ok");
            assertThat(ProxyClient.exchange(proxy, request)).startsWith("HTTP/1.1 403 ");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void everyHopOfARedirectIsJudged() throws Exception {
        try (var trap = ScriptedServer.answering("127.0.0.1", OK);
                var server = ScriptedServer.answering(
                        "127.0.0.2",
                        "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + trap.port()
                                + "/\r\nContent-Length: 0\r\n\r\n")) {
            var browser = new OkHttpClient.Builder()
                    .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())))
                    .build();
            var request = new Request.Builder()
                    .url("http://site.example:" + server.port() + "/")
                    .build();
            try (var response = browser.newCall(request).execute()) {
                assertThat(response.code()).isEqualTo(403);
            }
            assertThat(server.connections()).isEqualTo(2);
            assertThat(trap.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST http://127.0.0.2:9/ HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST http://127.0.0.2:9/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST http://127.0.0.2:9/ HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "POST http://127.0.0.2:9/ HTTP/1.1\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "POST http://127.0.0.2:9/ HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
                "POST http://127.0.0.2:9/ HTTP/1.1\r\nContent-Length: +3\r\n\r\nabc",
                "POST http://127.0.0.2:9/ HTTP/1.1\r\nContent-Length: 3, 3\r\n\r\nabc",
                "POST http://127.0.0.2:9/ HTTP/1.1\r\nContent-Length : 3\r\n\r\nabc",
                "GET http://127.0.0.2:9/ HTTP/1.1\r\nA: b\r\n folded: c\r\n\r\n",
                "GET http://127.0.0.2:9/ HTTP/1.1\r\nA: b\n\r\n\r\n",
                "GET http://127.0.0.2:9/ HTTP/1.1\r\nA: b\rc\r\n\r\n",
                "GET http://127.0.0.2:9/ HTTP/1.1\r\nA: b\0c\r\n\r\n",
                "GET http://127.0.0.2:9/ HTTP/1.1\r\nno colon\r\n\r\n",
                "GET http://127.0.0.2:9/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET http://127.0.0.2:9/ HTTP/1.1\nHost: a\n\n",
                "GET http://127.0.0.2:9/ HTTP/1.0\r\n\r\n",
                "GET http://127.0.0.2:9/ HTTP/2.0\r\n\r\n",
                "GET  http://127.0.0.2:9/ HTTP/1.1\r\n\r\n",
                "GET http://127.0.0.2:9/ x HTTP/1.1\r\n\r\n",
                "GET http://127.0.0.2:9/\u00e9 HTTP/1.1\r\n\r\n",
                "GET http://127.0.0.2:9/\r\n\r\n",
                "G\u00e9T http://127.0.0.2:9/ HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: 127.0.0.2:9\r\n\r\n",
                "GET https://127.0.0.2:9/ HTTP/1.1\r\n\r\n",
                "GET ftp://127.0.0.2:9/ HTTP/1.1\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
                "CONNECT 127.0.0.2 HTTP/1.1\r\n\r\n",
                "CONNECT 127.0.0.2: HTTP/1.1\r\n\r\n",
                "CONNECT 127.0.0.2:0 HTTP/1.1\r\n\r\n",
                "CONNECT 127.0.0.2:99999 HTTP/1.1\r\n\r\n",
                "CONNECT [::1] HTTP/1.1\r\n\r\n",
                "CONNECT 127.0.0.2:9 HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello",
                "CONNECT 127.0.0.2:9 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "\r\nGET http://127.0.0.2:9/ HTTP/1.1\r\n\r\n"
            })
    void anAmbiguousRequestIsRefused(String request) throws Exception {
        assertThat(ProxyClient.exchange(proxy, request)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aTargetWithUserInformationIsRefused() throws Exception {
        assertThat(ProxyClient.exchange(proxy, "GET http://me@127.0.0.2:9/ HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(proxy.drainRefusals()).containsExactly(new Refusal("(unreadable)", 0, Reason.USERINFO));
    }

    @Test
    void aHeadWithoutEndIsRefused() throws Exception {
        assertThat(ProxyClient.exchange(
                        proxy, "GET http://127.0.0.2:9/ HTTP/1.1\r\nA: " + "x".repeat(70_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(ProxyClient.exchange(
                        proxy, "GET http://127.0.0.2:9/ HTTP/1.1\r\n" + "A: b\r\n".repeat(12_000) + "\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aMalformedChunkBreaksTheRequestOff() throws Exception {
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            byte[] all = socket.getInputStream().readAllBytes();
            assertThat(all).isNotEmpty();
        })) {
            assertThat(ProxyClient.exchange(
                            proxy,
                            "POST http://127.0.0.2:" + server.port() + "/ HTTP/1.1\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n-1\r\nabc"))
                    .isEmpty();
        }
    }

    @Test
    void whoeverIsNotThereIsABadGateway() throws Exception {
        assertThat(ProxyClient.exchange(proxy, "CONNECT nobody.example:443 HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 502 ");
        int gone;
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {})) {
            gone = server.port();
        }
        assertThat(ProxyClient.exchange(proxy, "CONNECT site.example:" + gone + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 502 ");
        assertThat(ProxyClient.exchange(proxy, "GET http://nobody.example/ HTTP/1.1\r\n\r\n"))
                .as("a browser would draw an answer of ours as if it were the page")
                .isEmpty();
        assertThat(proxy.drainRefusals()).isEmpty();

        limit(new ProxyLimits(Duration.ofNanos(1), Duration.ofSeconds(5), 10, 10));
        assertThat(ProxyClient.exchange(proxy, "CONNECT site.example:" + gone + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 504 ");
    }

    @Test
    void silenceEndsAConnectionButOneTalkingSideKeepsIt() throws Exception {
        limit(new ProxyLimits(Duration.ofSeconds(1), Duration.ofMillis(300), 10, 10));
        var end = new CountDownLatch(1);
        try (var silent = new ScriptedServer("127.0.0.2", 0, socket -> end.await());
                var talking = new ScriptedServer("127.0.0.2", 0, socket -> {
                    for (int i = 0; i < 12; i++) {
                        ScriptedServer.write(socket, ".");
                        boolean ended = end.await(60, TimeUnit.MILLISECONDS);
                        assertThat(ended).isFalse();
                    }
                });
                var one = connected(silent);
                var other = connected(talking)) {
            assertThat(other.rest()).isEqualTo("............");
            assertThatThrownBy(() -> one.until("anything")).isInstanceOf(IOException.class);
            assertThat(ProxyClient.exchange(proxy, "GET http://127.0.0.2:" + silent.port() + "/ HTTP/1.1\r\n\r\n"))
                    .isEmpty();
        } finally {
            end.countDown();
        }
    }

    @Test
    void moreConnectionsThanPlacesAreTurnedAwayAndPlacesComeBack() throws Exception {
        limit(new ProxyLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), 1, 10));
        try (var server = ScriptedServer.answering("127.0.0.2", OK);
                var echo = new ScriptedServer(
                        "127.0.0.2", 0, socket -> socket.getInputStream().transferTo(socket.getOutputStream()))) {
            String request = "GET http://127.0.0.2:" + server.port() + "/ HTTP/1.1\r\n\r\n";
            try (var first = connected(echo);
                    var second = new ProxyClient(proxy)) {
                assertThatThrownBy(() -> second.say(request).until("ok")).isInstanceOf(IOException.class);
                assertThat(first.say("x").until("x")).isEqualTo("x");
            }
            await().atMost(Duration.ofSeconds(5))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(ProxyClient.exchange(proxy, request)).endsWith("ok"));
        }
    }

    @Test
    void onlySoManyRefusalsAreRemembered() throws Exception {
        limit(new ProxyLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), 10, 3));
        for (int i = 0; i < 5; i++) {
            assertThat(ProxyClient.exchange(proxy, "CONNECT 10.0.0.1:80 HTTP/1.1\r\n\r\n"))
                    .contains("403");
        }
        assertThat(proxy.drainRefusals()).hasSize(3);
    }

    @Test
    void closingBreaksEverythingOff() throws Exception {
        var serverSawTheEnd = new CountDownLatch(1);
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
                    try {
                        socket.getInputStream().readAllBytes();
                    } finally {
                        serverSawTheEnd.countDown();
                    }
                });
                var client = connected(server)) {
            int port = proxy.port();
            proxy.close();
            assertThat(serverSawTheEnd.await(5, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> client.until("anything")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close())
                    .isInstanceOf(IOException.class);
        }
    }

    private ProxyClient connected(ScriptedServer server) throws IOException {
        var client = new ProxyClient(proxy).say("CONNECT site.example:" + server.port() + " HTTP/1.1\r\n\r\n");
        assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        return client;
    }

    private String relayed(String method, String answer) throws IOException {
        try (var server = ScriptedServer.answering("127.0.0.2", answer)) {
            return ProxyClient.exchange(
                    proxy, method + " http://127.0.0.2:" + server.port() + "/ HTTP/1.1\r\nHost: x\r\n\r\n");
        }
    }
}
