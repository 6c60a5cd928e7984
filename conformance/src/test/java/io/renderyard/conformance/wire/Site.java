package io.renderyard.conformance.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renderyard.conformance.journey.Yard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pages at {@value Yard#ALLOWED_HOST}: the same one at every path. */
final class Site implements AutoCloseable {
    private final HttpServer server;
    private final byte[] page;
    private final Map<String, HttpHeaders> asked = new ConcurrentHashMap<>();

    Site(String page) {
        this.page = page.getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(Yard.ALLOWED_HOST, 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::show);
        server.start();
    }

    private void show(HttpExchange exchange) throws IOException {
        asked.put(exchange.getRequestURI().getPath(), HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true));
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    String url(String path) {
        return "http://" + Yard.ALLOWED_HOST + ":" + server.getAddress().getPort() + path;
    }

    boolean wasAsked(String path) {
        return asked.containsKey(path);
    }

    /** A header with which a path was asked for last; empty when there was none. */
    String header(String path, String name) {
        HttpHeaders headers = asked.get(path);
        return headers == null ? "" : headers.firstValue(name).orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
