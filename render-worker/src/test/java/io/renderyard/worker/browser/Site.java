package io.renderyard.worker.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** A web server whose answers are scripted: at once, when another address is asked for, never, or cut off. */
final class Site implements AutoCloseable {
    static final String GREEN_SVG =
            "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'><rect width='200' height='100' fill='#0f0'/></svg>";

    private final HttpServer server;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();

    Site() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** For a gate that knows this site as {@code site.test}. */
    Map<String, Integer> hosts() {
        return Map.of("site.test", server.getAddress().getPort(), "dead.test", 1);
    }

    void page(String path, String markup) {
        answers(path, 200, "text/html", "<!doctype html>" + markup);
    }

    void answers(String path, int status, String type, String body) {
        server.createContext(path, exchange -> answer(exchange, status, type, body));
    }

    /** Answers when {@code trigger} has been asked for, and each time anew. */
    void answersAfter(String path, String trigger, int status, String type, String body) {
        CompletableFuture<?>[] next = {new CompletableFuture<>()};
        server.createContext(trigger, exchange -> {
            synchronized (next) {
                next[0].complete(null);
                next[0] = new CompletableFuture<>();
            }
            answer(exchange, 200, "text/plain", "ok");
        });
        server.createContext(path, exchange -> {
            CompletableFuture<?> mine;
            synchronized (next) {
                mine = next[0];
            }
            CompletableFuture.anyOf(mine, closing).join();
            answer(exchange, status, type, body);
        });
    }

    /** Takes the request and says nothing until the site closes. */
    void silent(String path) {
        server.createContext(path, exchange -> {
            closing.join();
            exchange.close();
        });
    }

    /** Begins to answer, and never ends. */
    void endless(String path, String type, String beginning) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            closing.join();
            exchange.close();
        });
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closing.complete(null);
        server.stop(0);
    }
}
