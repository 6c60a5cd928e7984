package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not get through: forbidden targets, however they are written, and ambiguous requests. */
@Timeout(30)
class EgressProxyRefusalsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final PlayedResolver names = new PlayedResolver()
            .with("site.example", "127.0.0.2")
            .with("inside.example", "127.0.0.1")
            .with("half.example", "127.0.0.2", "127.0.0.1");
    private final EgressProxy proxy =
            new EgressProxy(new EgressPolicy(List.of(AddressRange.parse("127.0.0.2/32")), names));

    EgressProxyRefusalsTest() throws IOException {}

    @AfterEach
    void close() {
        proxy.close();
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
}
