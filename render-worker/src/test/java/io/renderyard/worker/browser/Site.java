package io.renderyard.worker.browser;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A web server whose answers are scripted: at once, when another address is asked for, never, or cut off. */
final class Site implements AutoCloseable {
    private final PlayedSite site = new PlayedSite();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();

    /** For a gate that knows this site as {@code site.test}. */
    Map<String, Integer> hosts() {
        return site.hosts("site.test");
    }

    void page(String path, String markup) {
        answers(path, 200, "text/html", "<!doctype html>" + markup);
    }

    void answers(String path, int status, String type, String body) {
        site.reply(path, exchange -> answer(exchange, status, type, body));
    }

    /** Answers when {@code trigger} has been asked for, and each time anew. */
    void answersAfter(String path, String trigger, int status, String type, String body) {
        CompletableFuture<?>[] next = {new CompletableFuture<>()};
        site.reply(trigger, exchange -> {
            synchronized (next) {
                next[0].complete(null);
                next[0] = new CompletableFuture<>();
            }
            answer(exchange, 200, "text/plain", "ok");
        });
        site.reply(path, exchange -> {
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
        site.reply(path, exchange -> {
            closing.join();
            exchange.close();
        });
    }

    /** Begins to answer, and never ends. */
    void endless(String path, String type, String beginning) {
        site.reply(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            closing.join();
            exchange.close();
        });
    }

    /** Begins to answer, and ends before what it promised. */
    void broken(String path, String type, String beginning) {
        site.reply(path, exchange -> {
            byte[] bytes = beginning.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length + 1_000);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            exchange.close();
        });
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        PlayedSite.answer(exchange, status, type, body);
    }

    @Override
    public void close() {
        closing.complete(null);
        site.close();
    }
}
