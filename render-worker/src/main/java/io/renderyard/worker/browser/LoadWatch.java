package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.devtools.Listening;
import io.renderyard.worker.rendering.RenderException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Notices, for as long as it is open, that the browser stops loading a document that has not loaded: it says nothing of that
 * to the page, whose load event then never comes. Either the rest of the document will not come, which no picture is
 * made of, or the page was on its way to another one that led nowhere, and stays as it is. And it notices when a page that
 * has loaded is on its way to another one: a script of its own sent it there before.
 */
final class LoadWatch implements AutoCloseable {
    /** In place of the page's answer. */
    static final Answer STOPPED = new Answer(null, null);

    private static final Answer MOVED = new Answer(null, null);
    private static final Answer STAYED = new Answer(null, null);

    private static final CompletableFuture<Answer> HERE = CompletableFuture.completedFuture(STAYED);

    /** Chrome refuses some navigations without a word. */
    private static final long MILLIS_TO_START = 1_000;

    private final String frame;
    private final EgressGate gate;
    private final List<Listening> listening;
    private String address = "";
    private String error = "";
    private boolean started;
    private boolean loaded;
    private volatile CompletableFuture<Answer> stop = new CompletableFuture<>();
    private volatile CompletableFuture<Answer> leaving = HERE;
    private volatile @Nullable RenderException broken;

    LoadWatch(Tab tab, EgressGate gate) {
        this.frame = tab.mainFrame();
        this.gate = gate;
        this.listening = List.of(
                tab.on("Page.frameStartedLoading", event -> started |= isMain(event.path("frameId"))),
                tab.on("Page.frameRequestedNavigation", this::leaves),
                tab.on("Page.frameStartedNavigating", this::left),
                tab.on("Page.frameNavigated", event -> arrived(event.path("frame"))),
                tab.on("Log.entryAdded", event -> logged(event.path("entry"))),
                tab.on("Page.loadEventFired", event -> loaded = true),
                tab.on("Page.frameStoppedLoading", this::stopped));
    }

    private boolean isMain(JsonNode id) {
        return id.asString("").equals(frame);
    }

    /** Said by the page's process, and so before whatever the page says later. */
    private synchronized void leaves(JsonNode event) {
        if (isMain(event.path("frameId"))
                && event.path("disposition").asString("").equals("currentTab")) {
            leaving = new CompletableFuture<Answer>().completeOnTimeout(STAYED, MILLIS_TO_START, TimeUnit.MILLISECONDS);
        }
    }

    /** Said by the browser. From here on it either arrives or stops. */
    private synchronized void left(JsonNode event) {
        if (isMain(event.path("frameId")) && !leaving.isDone()) {
            CompletableFuture<Answer> announced = leaving;
            leaving = new CompletableFuture<>();
            announced.complete(STAYED);
        }
    }

    private synchronized void arrived(JsonNode document) {
        if (isMain(document.path("id"))) {
            leaving.complete(MOVED);
            address = document.path("url").asString("");
            error = "";
            // Where the empty page had not stopped yet, the browser does not say that another one starts.
            started = true;
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

    /**
     * What began before this was open, as the empty page, may stop only now. The word that a document has loaded may come
     * late from the process of the one before; what the gate says of a cut, which it notes before it makes it, does not.
     */
    private void stopped(JsonNode event) {
        if (!isMain(event.path("frameId"))) {
            return;
        }
        leaving.complete(STAYED);
        Optional<RenderException> cut = loaded ? Cuts.drawn(gate, address) : Cuts.failed(gate, address);
        if (started && cut.isPresent()) {
            broken = cut.get();
        } else if (!loaded && !error.isEmpty()) {
            broken = NavigationFailure.of(error);
        }
        if (broken != null || started && !loaded) {
            stop.complete(STOPPED);
        }
    }

    /** Answers {@link #STOPPED} when the page's answer may not come. */
    CompletableFuture<Answer> stop() {
        return stop;
    }

    /** The next stop is another one: the question may meanwhile be with the next document. */
    synchronized void seen(CompletableFuture<Answer> last) {
        if (stop == last) {
            stop = new CompletableFuture<>();
        }
    }

    /** Waits while the page is on its way to another one; true when it has arrived there since this was last asked. */
    boolean hasMoved(Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        CompletableFuture<Answer> way;
        Answer end;
        do {
            way = leaving;
            end = tab.await(way, "waiting for the page that this one leads to", deadline);
        } while (!isLast(way));
        return end == MOVED;
    }

    private synchronized boolean isLast(CompletableFuture<Answer> way) {
        if (way != leaving) {
            return false;
        }
        leaving = HERE;
        return true;
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
