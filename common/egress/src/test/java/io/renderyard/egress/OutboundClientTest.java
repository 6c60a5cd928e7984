package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutboundClientTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json", "webhook-id", "evt_1");

    private final PlayedResolver names = new PlayedResolver()
            .with("hook.example", "127.0.0.2")
            .with("inside.example", "127.0.0.1")
            .with("half.example", "127.0.0.2", "127.0.0.1");
    private final EgressPolicy policy = new EgressPolicy(List.of(AddressRange.parse("127.0.0.2/32")), names);
    private final OutboundClient client = new OutboundClient(policy, InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aPostArrivesAsItWasGiven() throws Exception {
        var received = new AtomicReference<String>("");
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            var text = new StringBuilder();
            while (text.indexOf("{\"a\":1}") < 0) {
                text.append((char) socket.getInputStream().read());
            }
            received.set(text.toString());
            ScriptedServer.write(socket, "HTTP/1.1 204 No Content\r\n\r\n");
        })) {
            assertThat(post("http://hook.example:" + server.port() + "/in?x=1"))
                    .isEqualTo(new Answer.Responded(204, Optional.empty()));
            assertThat(received.get())
                    .startsWith("POST /in?x=1 HTTP/1.1\r\n")
                    .contains(
                            "Host: hook.example:" + server.port() + "\r\n",
                            "Content-Type: application/json\r\n",
                            "Content-Length: 7\r\n",
                            "webhook-id: evt_1\r\n",
                            "Accept-Encoding: identity\r\n")
                    .endsWith("\r\n\r\n{\"a\":1}");
        }
    }

    @Test
    void aLiteralInAnySpellingGoesWhereItWasJudged() throws Exception {
        try (var server = ScriptedServer.answering("127.0.0.2", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            for (String host : List.of("127.0.0.2", "127.2", "0x7f.0.0.2", "2130706434", "0177.0.0.2")) {
                assertThat(post("http://" + host + ":" + server.port() + "/"))
                        .as(host)
                        .isEqualTo(new Answer.Responded(200, Optional.empty()));
            }
        }
    }

    @Test
    void aForbiddenTargetIsNeverDialled() throws Exception {
        try (var trap = ScriptedServer.answering("127.0.0.1", "HTTP/1.1 200 OK\r\n\r\n")) {
            for (String host : List.of(
                    "127.0.0.1",
                    "127.1",
                    "2130706433",
                    "0177.0.0.1",
                    "0x7f.1",
                    "localhost",
                    "inside.example",
                    "half.example",
                    "[::ffff:127.0.0.1]",
                    "[::1]",
                    "me@127.0.0.2")) {
                assertThat(post("http://" + host + ":" + trap.port() + "/"))
                        .as(host)
                        .isInstanceOf(Answer.Refused.class);
            }
            assertThat(post("ftp://hook.example/")).isInstanceOf(Answer.Refused.class);
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void aNameThatChangesItsMindIsDialledWhereItWasJudged() throws Exception {
        names.with("flip.example", "127.0.0.2").with("flip.example", "127.0.0.1");
        try (var server = ScriptedServer.answering("127.0.0.2", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                var trap = new ScriptedServer("127.0.0.1", server.port(), socket -> {})) {
            String url = "http://flip.example:" + server.port() + "/";
            assertThat(post(url)).isInstanceOf(Answer.Responded.class);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(post(url)).isInstanceOf(Answer.Refused.class);
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void theLastDoorRefusesWhatTheFirstOverlooked() throws Exception {
        try (var trap = new ScriptedServer("127.0.0.1", 0, socket -> {});
                var socket = new JudgedSocketFactory(policy).createSocket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress("127.0.0.1", trap.port()), 1_000))
                    .isInstanceOf(JudgedSocketFactory.RefusedDial.class);
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void aRedirectIsAnAnswer() throws Exception {
        try (var trap = ScriptedServer.answering("127.0.0.1", "HTTP/1.1 200 OK\r\n\r\n");
                var server = ScriptedServer.answering(
                        "127.0.0.2",
                        "HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:" + trap.port()
                                + "/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(post(url(server))).isEqualTo(new Answer.Responded(301, Optional.empty()));
            assertThat(trap.connections()).isZero();
        }
    }

    @Test
    void slowHeadersEndInATimeOut() throws Exception {
        var end = new CountDownLatch(1);
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\nX-Slow: ");
            end.await();
        })) {
            assertThat(post(url(server)))
                    .isInstanceOfSatisfying(
                            Answer.Unreachable.class,
                            unreachable -> assertThat(unreachable.why()).contains("timeout"));
        } finally {
            end.countDown();
        }
    }

    @Test
    void drippingHeadersDoNotOutliveTheBoundEither() throws Exception {
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\nX-Slow: ");
            var never = new CountDownLatch(1);
            while (!never.await(20, TimeUnit.MILLISECONDS)) {
                ScriptedServer.write(socket, "x");
            }
        })) {
            assertThat(post(url(server))).isInstanceOf(Answer.Unreachable.class);
        }
    }

    @Test
    void anEndlessBodyIsCutOff() throws Exception {
        var cutOff = new CountDownLatch(1);
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            ScriptedServer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
            byte[] block = new byte[8192];
            try {
                while (true) {
                    socket.getOutputStream().write(block);
                }
            } finally {
                cutOff.countDown();
            }
        })) {
            assertThat(post(url(server))).isEqualTo(new Answer.Responded(200, Optional.empty()));
            assertThat(cutOff.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aGzipBombStaysPacked() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[32 * 1024 * 1024]);
        }
        byte[] bomb = packed.toByteArray();
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {
            ScriptedServer.write(
                    socket, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            socket.getOutputStream().write(bomb);
        })) {
            assertThat(post(url(server))).isEqualTo(new Answer.Responded(200, Optional.empty()));
        }
    }

    @Test
    void aBodyThatBreaksOffIsStillAnAnswer() throws Exception {
        try (var server =
                ScriptedServer.answering("127.0.0.2", "HTTP/1.1 410 Gone\r\nContent-Length: 100\r\n\r\nshort")) {
            assertThat(post(url(server))).isEqualTo(new Answer.Responded(410, Optional.empty()));
        }
    }

    @Test
    void retryAfterIsUnderstoodInBothForms() throws Exception {
        try (var server = ScriptedServer.answering(
                "127.0.0.2",
                "HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 No\r\nRetry-After: Sat, 21 Nov 2026 12:05:00 GMT\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 No\r\nRetry-After: Sat, 21 Nov 2026 11:05:00 GMT\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 No\r\nRetry-After: soon\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(post(url(server))).isEqualTo(new Answer.Responded(429, Optional.of(Duration.ofSeconds(120))));
            assertThat(post(url(server))).isEqualTo(new Answer.Responded(503, Optional.of(Duration.ofMinutes(5))));
            assertThat(post(url(server))).isEqualTo(new Answer.Responded(503, Optional.of(Duration.ZERO)));
            assertThat(post(url(server))).isEqualTo(new Answer.Responded(503, Optional.empty()));
        }
    }

    @Test
    void nothingIsPostedTwiceByItself() throws Exception {
        try (var server = ScriptedServer.answering(
                "127.0.0.2",
                "HTTP/1.1 408 Timeout\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 503 No\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
                "")) {
            assertThat(post(url(server))).isInstanceOf(Answer.Responded.class);
            assertThat(post(url(server))).isInstanceOf(Answer.Responded.class);
            assertThat(post(url(server))).isInstanceOf(Answer.Unreachable.class);
            assertThat(server.heads()).hasSize(3);
        }
    }

    @Test
    void whoeverIsNotThereIsUnreachable() throws Exception {
        int gone;
        try (var server = new ScriptedServer("127.0.0.2", 0, socket -> {})) {
            gone = server.port();
            assertThat(post("https://hook.example:" + gone + "/")).isInstanceOf(Answer.Unreachable.class);
        }
        assertThat(post("http://hook.example:" + gone + "/")).isInstanceOf(Answer.Unreachable.class);
        assertThat(post("http://nobody.example/")).isEqualTo(new Answer.Unreachable("no address for nobody.example"));
    }

    private Answer post(String url) {
        return client.post(URI.create(url), JSON, BODY, Duration.ofMillis(700));
    }

    private static String url(ScriptedServer server) {
        return "http://hook.example:" + server.port() + "/hook";
    }
}
