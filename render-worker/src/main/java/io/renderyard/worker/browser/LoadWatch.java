package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Listening;
import io.renderyard.worker.rendering.RenderException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Notices, for as long as it is open, that the browser stops loading a document that has not loaded: it says nothing of that
 * to the page, whose load event then never comes. Either the rest of the document will not come, which no picture is
 * made of, or the page was on its way to another one that led nowhere, and stays as it is.
 */
final class LoadWatch implements AutoCloseable {
    /** In place of the page's answer. */
    static final Answer STOPPED = new Answer(null, null);

    private final String frame;
    private final EgressGate gate;
    private final List<Listening> listening;
    private String address = "";
    private String error = "";
    private boolean started;
    private boolean loaded;
    private volatile CompletableFuture<Answer> stop = new CompletableFuture<>();
    private volatile @Nullable RenderException broken;

    LoadWatch(Tab tab, EgressGate gate) {
        this.frame = tab.mainFrame();
        this.gate = gate;
        this.listening = List.of(
                tab.on("Page.frameStartedLoading", event -> started |= isMain(event.path("frameId"))),
                tab.on("Page.frameNavigated", event -> arrived(event.path("frame"))),
                tab.on("Log.entryAdded", event -> logged(event.path("entry"))),
                tab.on("Page.loadEventFired", event -> loaded = true),
                tab.on("Page.frameStoppedLoading", this::stopped));
    }

    private boolean isMain(JsonNode id) {
        return id.asString("").equals(frame);
    }

    private void arrived(JsonNode document) {
        if (isMain(document.path("id"))) {
            address = document.path("url").asString("");
            error = "";
            loaded = false;
            if (stop.isDone()) {
                stop = new CompletableFuture<>();
            }
        }
    }

    private void logged(JsonNode entry) {
        String text = entry.path("text").asString("");
        int at = text.indexOf("net::ERR_");
        // What was broken off on purpose is what stays.
        if (at >= 0
                && !text.contains("ERR_ABORTED")
                && entry.path("url").asString("").equals(address)) {
            error = text.substring(at).replaceFirst("\\s.*", "");
        }
    }

    /** What began before this was open, as the empty page, may stop only now. */
    private void stopped(JsonNode event) {
        if (started && !loaded && isMain(event.path("frameId"))) {
            if (!error.isEmpty()) {
                // The gate notes a cut before it makes it, so it knows by now.
                broken = Cuts.failed(gate, address).orElseGet(() -> NavigationFailure.of(error));
            }
            stop.complete(STOPPED);
        }
    }

    /** The page's answer, or {@link #STOPPED} when that may not come. */
    CompletableFuture<Answer> orStopped(CompletableFuture<Answer> answer) {
        return answer.applyToEither(stop, first -> first);
    }

    /** @throws RenderException when a part of the document is missing */
    void check() throws RenderException {
        RenderException failure = broken;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        listening.forEach(Listening::close);
    }
}
