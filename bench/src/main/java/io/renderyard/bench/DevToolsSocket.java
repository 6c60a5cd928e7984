package io.renderyard.bench;

import java.net.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** The least that is needed to command a browser: one socket, texts out, texts back. Events are dropped unread. */
final class DevToolsSocket extends WebSocketListener implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final String ANSWER = "{\"id\":";
    private static final String ERROR = "\"error\":";

    private final OkHttpClient client = new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .readTimeout(Duration.ZERO)
            .addInterceptor(chain -> chain.proceed(uncompressed(chain.request())))
            .build();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<String>> pending = new ConcurrentHashMap<>();
    private final WebSocket socket;

    DevToolsSocket(String address) {
        this.socket = client.newWebSocket(new Request.Builder().url(address).build(), this);
    }

    /** As the farm does it: deflating megabytes of base64 would only cost time on both sides. */
    private static Request uncompressed(Request request) {
        return request.newBuilder().removeHeader("Sec-WebSocket-Extensions").build();
    }

    /**
     * Sends without waiting.
     *
     * @param session empty for the browser itself
     * @param params a JSON object
     */
    CompletableFuture<String> send(String session, String method, String params) {
        int id = ids.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        pending.put(id, answer);
        String to = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
        if (!socket.send(ANSWER + id + ",\"method\":\"" + method + "\"" + to + ",\"params\":" + params + "}")) {
            lost("its socket is closed");
        }
        return answer;
    }

    String call(String session, String method, String params) throws BenchException, InterruptedException {
        return await(send(session, method, params));
    }

    static String await(CompletableFuture<String> answer) throws BenchException, InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new BenchException("A browser of the raw loop did not answer within " + PATIENCE_SECONDS + " s.", e);
        } catch (ExecutionException e) {
            throw new BenchException("A browser of the raw loop failed: " + e.getCause(), e);
        }
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        if (!text.startsWith(ANSWER)) {
            return;
        }
        int comma = text.indexOf(',');
        CompletableFuture<String> answer = pending.remove(Integer.parseInt(text, ANSWER.length(), comma, 10));
        if (answer == null) {
            return;
        }
        if (text.startsWith(ERROR, comma + 1)) {
            answer.completeExceptionally(new IllegalStateException(text));
        } else {
            answer.complete(text);
        }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.cancel();
        lost("it closed its socket");
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        lost("its socket broke: " + failure);
    }

    private void lost(String why) {
        pending.forEach((id, answer) -> answer.completeExceptionally(new IllegalStateException(why)));
    }

    @Override
    public void close() {
        socket.cancel();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
