package io.renderyard.worker.browser;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One direct socket to one browser: commands with ids, sessions by flattened id. Safe for several threads. When the
 * browser dies, every command in flight and every later one ends as {@link DevToolsException.Gone}.
 */
final class DevTools extends WebSocketListener {
    /** OkHttp gives up the whole socket when more than this waits to be sent. */
    private static final int LONGEST_COMMAND = 16 * 1024 * 1024 - 1024;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BROWSER_SESSION = "";

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, Pending> pending = new ConcurrentHashMap<>();
    private final Map<String, Arrivals> arrivals = new ConcurrentHashMap<>();
    private final Listeners listeners = new Listeners();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private record Pending(String session, String method, CompletableFuture<Answer> answer) {}

    private DevTools(OkHttpClient client, String address) {
        this.socket = client.newWebSocket(new Request.Builder().url(address).build(), this);
    }

    static DevTools connect(OkHttpClient client, String address, Deadline deadline)
            throws DevToolsException, InterruptedException {
        DevTools tools = new DevTools(client, address);
        await(tools.opened, "connecting", deadline);
        return tools;
    }

    /** Completes when the socket is gone, for whatever reason. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    static ObjectNode params() {
        return JSON.createObjectNode();
    }

    /** Sends to the browser itself and waits. */
    Answer call(String method, ObjectNode params, Deadline deadline) throws DevToolsException, InterruptedException {
        return await(send(BROWSER_SESSION, method, params), method, deadline);
    }

    /** Sends without waiting; the answer fails with a {@link DevToolsException}. */
    CompletableFuture<Answer> send(String session, String method, ObjectNode params) {
        int id = ids.incrementAndGet();
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        if (!session.equals(BROWSER_SESSION)) {
            command.put("sessionId", session);
        }
        String text = JSON.writeValueAsString(command.set("params", params));
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        if (text.length() > LONGEST_COMMAND) {
            answer.completeExceptionally(new DevToolsException.Refused(method, "the page is too long"));
            return answer;
        }
        pending.put(id, new Pending(session, method, answer));
        if (!socket.send(text) || closed.isDone()) {
            pending.remove(id);
            answer.completeExceptionally(new DevToolsException.Gone("the browser is gone"));
        }
        return answer;
    }

    static <T> T await(CompletableFuture<T> future, String method, Deadline deadline)
            throws DevToolsException, InterruptedException {
        try {
            return future.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DevToolsException.Late(method);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DevToolsException known) {
                throw known;
            }
            throw new DevToolsException.Gone(method + ": " + e.getCause());
        }
    }

    void close() {
        socket.cancel();
        over("closed by us");
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        opened.complete(null);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        if (!Answer.isWorthReading(text) && !listeners.want(text)) {
            return;
        }
        Answer message = Answer.of(text);
        if (message.id() == 0) {
            event(message);
        } else {
            answer(message);
        }
    }

    private void answer(Answer message) {
        Pending command = pending.remove(message.id());
        if (command == null) {
            return;
        }
        if (message.part("error").isObject()) {
            command.answer()
                    .completeExceptionally(new DevToolsException.Refused(
                            command.method(),
                            message.part("error").path("message").asString("?")));
        } else {
            command.answer().complete(message);
        }
    }

    private void event(Answer message) {
        String session = message.part("sessionId").asString("");
        String method = message.part("method").asString("");
        switch (method) {
            case "Page.javascriptDialogOpening" -> answerDialog(session, message);
            case "Page.frameNavigated" -> arrived(session, message);
            case "Inspector.targetCrashed" -> gone(session, "the page's process crashed");
            case "Target.detachedFromTarget" ->
                gone(message.part("params").path("sessionId").asString(""), "the page was closed");
            default -> {}
        }
        listeners.tell(session, method, message.part("params"));
    }

    /** Calls the handler with the parameters of each such event; see {@link Listeners#add}. */
    Listening on(String session, String method, Consumer<JsonNode> handler) {
        return listeners.add(session, method, handler);
    }

    /** Notes every document that the session's page arrives at, until {@link #unwatch}. */
    Arrivals watch(String session) {
        Arrivals watching = new Arrivals();
        arrivals.put(session, watching);
        return watching;
    }

    void unwatch(String session) {
        arrivals.remove(session);
    }

    private void arrived(String session, Answer message) {
        Arrivals watching = arrivals.get(session);
        if (watching != null) {
            watching.saw(message.part("params").path("frame").path("loaderId").asString(""));
        }
    }

    /** Nobody is there to click: every dialog is dismissed at once, and leaving a page is always allowed. */
    @SuppressWarnings("FutureReturnValueIgnored") // whether it helped shows in the render itself
    private void answerDialog(String session, Answer message) {
        boolean leaving = message.part("params").path("type").asString("").equals("beforeunload");
        send(session, "Page.handleJavaScriptDialog", params().put("accept", leaving));
    }

    private void gone(@Nullable String session, String why) {
        pending.forEach((id, command) -> {
            if ((session == null || command.session().equals(session)) && pending.remove(id, command)) {
                command.answer().completeExceptionally(new DevToolsException.Gone(why));
            }
        });
    }

    private void over(String why) {
        closed.complete(null);
        opened.completeExceptionally(new DevToolsException.Gone(why));
        gone(null, why);
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.cancel();
        over("the browser closed its socket");
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        over("the browser's socket broke: " + failure);
    }
}
