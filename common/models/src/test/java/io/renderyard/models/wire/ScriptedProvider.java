package io.renderyard.models.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A provider on loopback that answers what its script says, request by request, and keeps what it was asked. */
final class ScriptedProvider implements AutoCloseable {

    /** One answer. */
    record Reply(int status, Map<String, String> headers, byte[] body, long length) {
        static Reply json(int status, String json) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            return new Reply(status, Map.of("Content-Type", "application/json"), body, body.length);
        }

        static Reply json(String json) {
            return json(200, json);
        }

        static Reply bytes(String type, byte[] body) {
            return new Reply(200, Map.of("Content-Type", type), body, body.length);
        }

        /** Says that it is longer than it is. */
        Reply of(long bytes) {
            return new Reply(status, headers, body, bytes);
        }

        Reply with(String name, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body, length);
        }
    }

    /** What came. Header names are in lower case. */
    record Received(String method, String path, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    private final HttpServer server;
    private final Deque<Reply> script = new ArrayDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Reply last;

    ScriptedProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The last one is repeated. With none it never answers. */
    synchronized void play(List<Reply> replies) {
        script.clear();
        script.addAll(replies);
        last = null;
    }

    private synchronized @Nullable Reply next() {
        last = script.isEmpty() ? last : script.removeFirst();
        return last;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes()));
        Reply reply = next();
        if (reply == null) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
            return;
        }
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), reply.length() == 0 ? -1 : reply.length());
        if (reply.length() > 0) {
            exchange.getResponseBody().write(reply.body());
            exchange.getResponseBody().flush();
        }
        if (reply.length() == reply.body().length) {
            exchange.close();
        }
    }

    List<Received> received() {
        return received;
    }

    Received first() {
        return received.getFirst();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
