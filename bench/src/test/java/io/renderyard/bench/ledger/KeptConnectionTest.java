package io.renderyard.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the JDK's server, which answers in chunks when it is not told a length. */
class KeptConnectionTest {
    private static final int CHUNKED = 0;

    private final List<Integer> clientPorts = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/whole", exchange -> answer(exchange, false, false));
        server.createContext("/chunked", exchange -> answer(exchange, true, false));
        server.createContext("/last", exchange -> answer(exchange, false, true));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, boolean chunked, boolean last) throws IOException {
        clientPorts.add(exchange.getRemoteAddress().getPort());
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (last) {
            exchange.getResponseHeaders().add("Connection", "close");
        }
        exchange.sendResponseHeaders(202, chunked ? CHUNKED : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Test
    void answersOfBothKindsAreReadToTheirEnd() throws IOException {
        for (String path : List.of("/whole", "/chunked")) {
            try (KeptConnection connection = to(path)) {
                assertThat(post(connection, "first")).isEqualTo(new KeptConnection.Answer(202, "first", false));
                assertThat(post(connection, "second")).isEqualTo(new KeptConnection.Answer(202, "second", false));
            }
        }
        assertThat(clientPorts).hasSize(4);
        assertThat(clientPorts.stream().distinct()).hasSize(2);
    }

    @Test
    void aConnectionThatTheServerEndsIsOpenedAgain() throws IOException {
        try (KeptConnection connection = to("/last")) {
            assertThat(post(connection, "first").last()).isTrue();
            assertThat(post(connection, "second").body()).isEqualTo("second");
        }
        assertThat(clientPorts.stream().distinct()).hasSize(2);
    }

    private static KeptConnection.Answer post(KeptConnection connection, String body) throws IOException {
        return connection.post(body.getBytes(StandardCharsets.UTF_8));
    }

    private KeptConnection to(String path) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new KeptConnection(base, path, "key");
    }
}
