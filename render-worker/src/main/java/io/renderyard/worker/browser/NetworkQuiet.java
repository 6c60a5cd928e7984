package io.renderyard.worker.browser;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.devtools.Listening;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether half a second has passed without a request under way. Keeps its own account, for as long as it is open: Chrome's
 * ends with the empty page that markup is written into. Hearing of each request costs, so only who asks for it pays.
 */
final class NetworkQuiet implements AutoCloseable {
    private static final long REST = Duration.ofMillis(500).toNanos();
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Set<String> underWay = new HashSet<>();
    private List<Listening> listening = List.of();
    private Runnable end = () -> {};
    private long since = System.nanoTime();

    private NetworkQuiet() {}

    static NetworkQuiet of(RenderSpec spec, Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        NetworkQuiet quiet = new NetworkQuiet();
        if (spec.waiting().until() == Waiting.Arrival.NETWORK_QUIET) {
            quiet.listen(tab, deadline);
        }
        return quiet;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // commands of one tab keep their order, so no later render waits
    private void listen(Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        listening = List.of(
                tab.on("Network.requestWillBeSent", this::sent),
                tab.on("Network.responseReceived", this::answered),
                tab.on("Network.dataReceived", this::received),
                tab.on("Network.loadingFinished", this::done),
                tab.on("Network.loadingFailed", this::done));
        end = () -> tab.send("Network.disable", DevTools.params());
        try {
            tab.call(
                    "Network.enable",
                    DevTools.params().put("maxTotalBufferSize", 0).put("maxResourceBufferSize", 0),
                    deadline);
        } catch (DevToolsException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** A stream of events is open for ever, and what is in the address itself needs no network. */
    private synchronized void sent(JsonNode event) {
        boolean counts = !event.path("type").asString("").equals("EventSource")
                && event.path("request").path("url").asString("").startsWith("http");
        if (counts) {
            underWay.add(event.path("requestId").asString(""));
            since = System.nanoTime();
        }
    }

    /** The body of a fetch that no script reads is never finished; what comes of it is seen as it comes. */
    private void answered(JsonNode event) {
        if (event.path("type").asString("").equals("Fetch")) {
            done(event);
        }
    }

    private synchronized void received(JsonNode event) {
        if (event.path("dataLength").asLong() > 0) {
            since = System.nanoTime();
        }
    }

    private synchronized void done(JsonNode event) {
        if (underWay.remove(event.path("requestId").asString(""))) {
            since = System.nanoTime();
        }
    }

    /** Always true when nobody waits for it. */
    synchronized boolean isQuiet() {
        return listening.isEmpty() || underWay.isEmpty() && System.nanoTime() - since >= REST;
    }

    void await(Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        while (!isQuiet()) {
            tab.live(LOOK, deadline);
        }
    }

    @Override
    public void close() {
        end.run();
        listening.forEach(Listening::close);
    }
}
