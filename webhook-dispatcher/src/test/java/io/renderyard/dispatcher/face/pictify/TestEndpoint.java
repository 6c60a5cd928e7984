package io.renderyard.dispatcher.face.pictify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renderyard.egress.AddressRange;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.OutboundClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes POSTs on this machine, and answers as it is told. */
final class TestEndpoint implements AutoCloseable {
    final Queue<Post> posts = new ConcurrentLinkedQueue<>();
    volatile int status = 200;
    private final HttpServer server;
    private final InstantSource clock;

    /** @param at by the test's clock */
    record Post(Instant at, HttpHeaders headers, String body) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    TestEndpoint(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posts.add(new Post(
                    clock.instant(), HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    /** @param allowed ranges that may be contacted although they are special */
    static OutboundClient client(String... allowed) {
        return new OutboundClient(
                new EgressPolicy(
                        List.of(allowed).stream().map(AddressRange::parse).toList(), host -> {
                            throw new UnknownHostException(host);
                        }),
                InstantSource.system());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
