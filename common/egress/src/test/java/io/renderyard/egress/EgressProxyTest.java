package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How bytes get through, in both directions. */
@Timeout(30)
class EgressProxyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final EgressProxy proxy = new EgressProxy(new EgressPolicy(
            List.of(AddressRange.parse("127.0.0.2/32")), new PlayedResolver().with("site.example", "127.0.0.2")));

    EgressProxyTest() throws IOException {}

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void itListensOnLoopbackOnly() {
        assertThat(proxy.port()).isPositive();
        assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.3"), proxy.port()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTunnelCarriesBytesBothWays() throws Exception {
        try (var echo = ScriptedServer.echoing("127.0.0.2");
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
                var client = ProxyClient.connected(proxy, server)) {
            client.say("question");
            client.socket.shutdownOutput();
            assertThat(client.rest()).isEqualTo("heard question");
        }
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
                    ScriptedServer.write(socket, "first");
                    socket.shutdownOutput();
                    heard.set(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                });
                var client = ProxyClient.connected(proxy, server)) {
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

    private String relayed(String method, String answer) throws IOException {
        try (var server = ScriptedServer.answering("127.0.0.2", answer)) {
            return ProxyClient.exchange(
                    proxy, method + " http://127.0.0.2:" + server.port() + "/ HTTP/1.1\r\nHost: x\r\n\r\n");
        }
    }
}
