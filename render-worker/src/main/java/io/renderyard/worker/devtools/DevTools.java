package io.renderyard.worker.devtools;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said with one browser over its wire: commands with ids, sessions by flattened id. Safe for several threads. When
 * the browser dies, every command in flight and every later one ends as {@link DevToolsException.Gone}.
 */
public final class DevTools implements Wire.Ear {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BROWSER_SESSION = "";

    /** Those that {@link #event} handles itself. */
    private static final Set<String> OUR_EVENTS = Set.of(
            "Page.javascriptDialogOpening",
            "Page.frameNavigated",
            "Inspector.targetCrashed",
            "Target.detachedFromTarget");

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, Pending> pending = new ConcurrentHashMap<>();
    private final Map<String, Arrivals> arrivals = new ConcurrentHashMap<>();
    private final Listeners listeners = new Listeners();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Wire wire;

    private record Pending(String session, String method, CompletableFuture<Answer> answer) {}

    private DevTools(Wire wire) {
        this.wire = wire;
    }

    public static DevTools over(Wire wire) {
        DevTools tools = new DevTools(wire);
        wire.listen(tools);
        return tools;
    }

    /** Completes when the wire is gone, for whatever reason. */
    public CompletableFuture<Void> closed() {
        return closed;
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    public static ObjectNode params() {
        return JSON.createObjectNode();
    }

    /** Sends to the browser itself and waits. */
    public Answer call(String method, ObjectNode params, Deadline deadline)
            throws DevToolsException, InterruptedException {
        return await(send(BROWSER_SESSION, method, params), method, deadline);
    }

    /** Sends without waiting; the answer fails with a {@link DevToolsException}. */
    public CompletableFuture<Answer> send(String session, String method, ObjectNode params) {
        int id = ids.incrementAndGet();
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        if (!session.equals(BROWSER_SESSION)) {
            command.put("sessionId", session);
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        pending.put(id, new Pending(session, method, answer));
        try {
            wire.send(command.set("params", params));
            if (closed.isDone()) {
                throw new DevToolsException.Gone("the browser is gone");
            }
        } catch (DevToolsException e) {
            pending.remove(id);
            answer.completeExceptionally(e);
        }
        return answer;
    }

    public static <T> T await(CompletableFuture<T> future, String method, Deadline deadline)
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

    public void close() {
        wire.close();
        end("closed by us");
    }

    /** Only what somebody waits for or listens to is read. */
    @Override
    public void hear(Message message) {
        if (message.id() != 0) {
            answer(message);
        } else if (OUR_EVENTS.contains(message.method()) || listeners.want(message.method())) {
            event(message.method(), message.read());
        }
    }

    private void answer(Message message) {
        Pending command = pending.get(message.id());
        if (command == null) {
            return;
        }
        Answer answer = message.read();
        pending.remove(message.id());
        if (answer.part("error").isObject()) {
            command.answer()
                    .completeExceptionally(new DevToolsException.Refused(
                            command.method(),
                            answer.part("error").path("message").asString("?")));
        } else {
            command.answer().complete(answer);
        }
    }

    private void event(String method, Answer message) {
        String session = message.part("sessionId").asString("");
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
    public Listening on(String session, String method, Consumer<JsonNode> handler) {
        return listeners.add(session, method, handler);
    }

    /** Notes every document that the session's page arrives at, until {@link #unwatch}. */
    public Arrivals watch(String session) {
        Arrivals watching = new Arrivals();
        arrivals.put(session, watching);
        return watching;
    }

    public void unwatch(String session) {
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

    @Override
    public void end(String why) {
        closed.complete(null);
        gone(null, why);
    }
}
