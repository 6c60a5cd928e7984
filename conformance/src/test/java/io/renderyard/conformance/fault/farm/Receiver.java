package io.renderyard.conformance.fault.farm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes webhooks and writes down which. */
public final class Receiver implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /**
     * @param id as {@code webhook-id} said
     * @param sha256 of the body
     */
    public record Received(String id, String sha256) {}

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        received.add(new Received(exchange.getRequestHeaders().getFirst("webhook-id"), Sha256.of(body)));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** What has come; grows while more does. */
    public Collection<Received> received() {
        return Collections.unmodifiableCollection(received);
    }

    /** Those that came more than once. */
    public long repeated() {
        return received.size() - received.stream().map(Received::id).distinct().count();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
