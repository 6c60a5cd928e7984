package io.renderyard.worker.devtools;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Who hears what the browser says of its own accord. What nobody listens to is never read. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Map<String, List<Listener>> byMethod = new ConcurrentHashMap<>();

    private record Listener(String session, Consumer<JsonNode> handler) {}

    /**
     * @param session the empty one for what is said to the browser itself
     * @param handler gets the event's parameters, on the wire's thread: it must not wait for anything
     */
    Listening add(String session, String method, Consumer<JsonNode> handler) {
        Listener listener = new Listener(session, handler);
        byMethod.computeIfAbsent(method, first -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> byMethod.computeIfPresent(method, (name, all) -> {
            // By identity: two who listen with the same handler are still two.
            all.removeIf(one -> one == listener);
            return all.isEmpty() ? null : all;
        });
    }

    boolean want(String method) {
        return byMethod.containsKey(method);
    }

    void tell(String session, String method, JsonNode params) {
        for (Listener one : byMethod.getOrDefault(method, List.of())) {
            if (one.session().equals(session)) {
                tell(one, method, params);
            }
        }
    }

    /** An exception that got through to the wire would cost the browser. */
    private static void tell(Listener one, String method, JsonNode params) {
        try {
            one.handler().accept(params);
        } catch (RuntimeException e) {
            LOG.warn("A listener to {} failed; the render goes on without what it would have done", method, e);
        }
    }
}
