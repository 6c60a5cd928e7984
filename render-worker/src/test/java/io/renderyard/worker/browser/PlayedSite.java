package io.renderyard.worker.browser;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** One server that plays every host, and remembers what it was sent. */
final class PlayedSite implements AutoCloseable {
    /** @param host as the client named it, with its port if it did */
    record Seen(String host, String path, Headers headers) {
        String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    PlayedSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String path = exchange.getRequestURI().getPath();
        seen.add(new Seen(String.valueOf(headers.getFirst("Host")), path, headers));
        exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
        replies.getOrDefault(path, other -> answer(other, 404, "text/plain", "nothing here"))
                .to(exchange);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** For a gate that finds this site behind all of these names, and behind {@code dead.test} nobody. */
    Map<String, Integer> hosts(String... names) {
        Map<String, Integer> hosts = new HashMap<>(Map.of("dead.test", 1));
        for (String name : names) {
            hosts.put(name, port());
        }
        return hosts;
    }

    void reply(String path, Reply reply) {
        replies.put(path, reply);
    }

    void page(String path, String markup) {
        reply(path, exchange -> answer(exchange, 200, "text/html; charset=utf-8", "<!doctype html>" + markup));
    }

    void file(String path, String type, String body) {
        reply(path, exchange -> answer(exchange, 200, type, body));
    }

    void picture(String path, String colour) {
        file(path, "image/svg+xml", svg(colour));
    }

    /** A picture that fills a small viewport. */
    static String svg(String colour) {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'><rect width='200' height='100' fill='"
                + colour + "'/></svg>";
    }

    void redirect(String path, String target) {
        reply(path, exchange -> {
            exchange.getResponseHeaders().add("Location", target);
            answer(exchange, 302, "text/plain", "moved");
        });
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Seen> seen(String host, String path) {
        return seen.stream()
                .filter(one -> one.host().equals(host) && one.path().equals(path))
                .toList();
    }

    /** Requests with one of these headers, as host and path. */
    List<String> carrying(String... headers) {
        return seen.stream()
                .filter(one ->
                        Stream.of(headers).anyMatch(name -> !one.header(name).isEmpty()))
                .map(one -> one.host() + one.path())
                .toList();
    }

    void forget() {
        seen.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
