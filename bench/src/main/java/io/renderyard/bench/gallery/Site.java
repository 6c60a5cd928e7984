package io.renderyard.bench.gallery;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Pages for the examples that draw an address. The yard must have been started with {@code --allow 127.0.0.2/32}. */
public final class Site implements AutoCloseable {
    public static final String HOST = "127.0.0.2";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private Site(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/hello", exchange -> page(exchange, 200, "#dbeafe", "Hello from the site"));
        server.createContext("/moved", exchange -> redirect(exchange, "/hello"));
        server.createContext("/away", exchange -> redirect(exchange, "http://10.0.0.1/"));
        server.createContext("/missing", exchange -> page(exchange, 404, "#ffe4e6", "404: there is nothing here"));
        server.createContext("/has", Site::has);
        server.createContext("/green.svg", exchange -> svg(exchange, "#00aa00"));
        server.createContext("/red.svg", exchange -> svg(exchange, "#cc0000"));
        server.createContext("/has.svg", exchange -> svg(exchange, found(exchange) ? "#00aa00" : "#cc0000"));
        // Its answer begins and never ends: the page is never loaded.
        server.createContext("/endless", exchange -> exchange.sendResponseHeaders(200, 0));
        server.createContext("/login", exchange -> page(exchange, 200, "#00aa00", "You are in"))
                .setAuthenticator(new BasicAuthenticator("gallery") {
                    @Override
                    public boolean checkCredentials(String user, String password) {
                        return user.equals("visitor") && password.equals("open sesame");
                    }
                });
    }

    public static Site open() {
        try {
            Site site = new Site(HttpServer.create(new InetSocketAddress(HOST, 0), 64));
            site.server.start();
            return site;
        } catch (IOException e) {
            throw new GalleryException("The examples' site cannot listen on " + HOST + ": " + e.getMessage(), e);
        }
    }

    public String origin() {
        return "http://" + HOST + ":" + server.getAddress().getPort();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Green when the request has what the query says: {@code ?header=accept-language&value=de}. */
    private static void has(HttpExchange exchange) throws IOException {
        boolean found = found(exchange);
        page(exchange, 200, found ? "#00aa00" : "#cc0000", found ? "It was sent" : "It was not sent");
    }

    private static boolean found(HttpExchange exchange) {
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String sent = exchange.getRequestHeaders().getFirst(query.getOrDefault("header", ""));
        return sent != null && sent.contains(query.getOrDefault("value", ""));
    }

    private static void page(HttpExchange exchange, int status, String colour, String text) throws IOException {
        String page = """
                <!doctype html><title>%2$s</title>
                <body style="margin:0;background:%1$s;display:grid;place-items:center;height:100vh;font:40px Roboto">%2$s</body>
                """.formatted(colour, text);
        answer(exchange, status, "text/html; charset=utf-8", page);
    }

    private static void svg(HttpExchange exchange, String colour) throws IOException {
        String picture = """
                <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="%s"/></svg>
                """.formatted(colour);
        answer(exchange, 200, "image/svg+xml", picture);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
