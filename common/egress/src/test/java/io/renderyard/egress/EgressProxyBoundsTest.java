package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a proxy waits, how much it does at once, and that it ends. */
@Timeout(30)
class EgressProxyBoundsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final EgressPolicy policy = new EgressPolicy(
            List.of(AddressRange.parse("127.0.0.2/32")), new PlayedResolver().with("site.example", "127.0.0.2"));
    private EgressProxy proxy;

    EgressProxyBoundsTest() throws IOException {
        proxy = new EgressProxy(policy);
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
                var one = ProxyClient.connected(proxy, silent);
                var other = ProxyClient.connected(proxy, talking)) {
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
                var echo = ScriptedServer.echoing("127.0.0.2")) {
            String request = "GET http://127.0.0.2:" + server.port() + "/ HTTP/1.1\r\n\r\n";
            try (var first = ProxyClient.connected(proxy, echo);
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
                var client = ProxyClient.connected(proxy, server)) {
            int port = proxy.port();
            proxy.close();
            assertThat(serverSawTheEnd.await(5, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> client.until("anything")).isInstanceOf(IOException.class);
            // The port is given back by whoever waits at the door, as soon as it has noticed.
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThatThrownBy(
                                    () -> new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close())
                            .isInstanceOf(IOException.class));
        }
    }
}
