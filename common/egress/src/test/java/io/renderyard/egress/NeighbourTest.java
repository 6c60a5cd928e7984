package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NeighbourTest {

    @Test
    void eventsArriveOneByOne() throws Exception {
        var firstSeen = new CountDownLatch(1);
        try (var server = new ScriptedServer("127.0.0.1", 0, socket -> {
                    ScriptedServer.write(
                            socket,
                            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n9\r\ndata: 1\n\n\r\n");
                    firstSeen.await();
                    ScriptedServer.write(socket, "9\r\ndata: 2\n\n\r\n0\r\n\r\n");
                });
                var neighbour = at(server);
                Reply reply = neighbour.forward("GET", "/events", Map.of(), null)) {
            assertThat(reply.headers()).containsEntry("content-type", List.of("text/event-stream"));
            assertThat(new String(reply.body().readNBytes(9), StandardCharsets.UTF_8))
                    .isEqualTo("data: 1\n\n");
            firstSeen.countDown();
            assertThat(new String(reply.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("data: 2\n\n");
        }
    }

    @Test
    void hopHeadersAreDroppedBothWays() throws Exception {
        try (var server = ScriptedServer.answering(
                        "127.0.0.1",
                        "HTTP/1.1 302 Found\r\nLocation: /x\r\nConnection: X-Hop\r\nX-Hop: 1\r\nKeep-Alive: a\r\n"
                                + "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 0\r\n\r\n");
                var neighbour = at(server);
                Reply reply = neighbour.forward(
                        "GET",
                        "/a%20b?c=d",
                        Map.of(
                                "Host", List.of("public.example"),
                                "connection", List.of("close, X-Mine"),
                                "X-Mine", List.of("1"),
                                "Proxy-Authorization", List.of("secret"),
                                "Content-Length", List.of("5"),
                                "Accept", List.of("text/html", "*/*")),
                        null)) {
            assertThat(reply.status()).isEqualTo(302);
            assertThat(reply.headers())
                    .containsEntry("location", List.of("/x"))
                    .containsEntry("set-cookie", List.of("a=1", "b=2"))
                    .doesNotContainKeys("connection", "x-hop", "keep-alive");
            assertThat(server.heads().getFirst())
                    .startsWith("GET /a%20b?c=d HTTP/1.1\r\n")
                    .contains("Host: 127.0.0.1:" + server.port(), "Accept: text/html", "Accept: */*")
                    .doesNotContainIgnoringCase("x-mine")
                    .doesNotContainIgnoringCase("secret")
                    .doesNotContainIgnoringCase("content-length");
        }
    }

    @Test
    void aBodyIsPassedOnAndPackedAnswersStayPacked() throws Exception {
        var received = new AtomicReference<String>("");
        try (var server = new ScriptedServer("127.0.0.1", 0, socket -> {
                    var text = new StringBuilder();
                    while (text.indexOf("hello") < 0) {
                        text.append((char) socket.getInputStream().read());
                    }
                    received.set(text.toString());
                    ScriptedServer.write(
                            socket, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz");
                });
                var neighbour = at(server);
                Reply reply = neighbour.forward(
                        "POST",
                        "/jobs",
                        Map.of("Content-Length", List.of("5"), "Accept-Encoding", List.of("gzip")),
                        new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(new String(reply.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("xyz");
            assertThat(reply.headers()).containsEntry("content-encoding", List.of("gzip"));
            assertThat(received.get()).contains("Content-Length: 5\r\n").endsWith("\r\n\r\nhello");
        }
    }

    @Test
    void aNeighbourWhoIsAwayOrSilentIsAnError() throws Exception {
        var end = new CountDownLatch(1);
        URI gone;
        try (var server = new ScriptedServer("127.0.0.1", 0, socket -> end.await());
                var neighbour = new Neighbour(base(server), Duration.ofMillis(200))) {
            gone = base(server);
            assertThatThrownBy(() -> neighbour.forward("GET", "/", Map.of(), null))
                    .isInstanceOf(IOException.class);
        } finally {
            end.countDown();
        }
        try (var neighbour = new Neighbour(gone)) {
            assertThatThrownBy(() -> neighbour.forward("GET", "/", Map.of(), null))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void noPathLeadsAway() {
        try (var neighbour = new Neighbour(URI.create("http://127.0.0.1:9"))) {
            for (String path : List.of("@evil.example/", ".evil.example/", "", ":80/", "http://evil.example/")) {
                assertThatIllegalArgumentException().isThrownBy(() -> neighbour.forward("GET", path, Map.of(), null));
            }
        }
    }

    private static Neighbour at(ScriptedServer server) {
        return new Neighbour(base(server));
    }

    private static URI base(ScriptedServer server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }
}
