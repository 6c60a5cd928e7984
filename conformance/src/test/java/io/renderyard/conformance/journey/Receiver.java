package io.renderyard.conformance.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes webhooks at {@value Yard#ALLOWED_HOST}, answering with the codes it was given and then with 200. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Integer> codes;
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();

    public Receiver(Integer... codes) {
        this.codes = new ConcurrentLinkedQueue<>(List.of(codes));
        try {
            server = HttpServer.create(new InetSocketAddress(Yard.ALLOWED_HOST, 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public record Delivery(HttpHeaders headers, String body) {}

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        deliveries.add(new Delivery(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
        Integer code = codes.poll();
        exchange.sendResponseHeaders(code == null ? 200 : code, -1);
        exchange.close();
    }

    public String url() {
        return "http://" + Yard.ALLOWED_HOST + ":" + server.getAddress().getPort() + "/hook";
    }

    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
