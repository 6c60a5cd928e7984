package io.renderyard.worker.browser;

import io.renderyard.worker.blocking.ConsentProgress;
import io.renderyard.worker.blocking.ConsentScript;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.devtools.Listening;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Speaks with the consent scripts of a page's documents while it is open. */
final class ConsentAnswers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsentAnswers.class);

    /** Most banners are gone after one; what is there after this stays in the picture. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Tab tab;
    private final ConsentScript script;
    private final AtomicReference<ConsentProgress> progress = new AtomicReference<>(ConsentProgress.NONE);
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private final Listening listening;

    private ConsentAnswers(Tab tab, ConsentScript script) {
        this.tab = tab;
        this.script = script;
        this.listening = tab.on("Runtime.bindingCalled", this::heard);
    }

    /** The tab keeps the script, so it must be one that ends with the page. */
    static ConsentAnswers begin(Tab tab, ConsentScript script, Deadline deadline)
            throws DevToolsException, InterruptedException {
        String source = script.script();
        ConsentAnswers answers = new ConsentAnswers(tab, script);
        try {
            // Without this, Chrome puts the binding into no document that begins later.
            tab.call("Runtime.enable", DevTools.params(), deadline);
            tab.call("Runtime.addBinding", DevTools.params().put("name", ConsentScript.BINDING), deadline);
            tab.call("Page.addScriptToEvaluateOnNewDocument", DevTools.params().put("source", source), deadline);
            return answers;
        } catch (DevToolsException | InterruptedException e) {
            answers.close();
            throw e;
        }
    }

    /** The rules are large, so they are put together beside the socket's thread. */
    private void heard(JsonNode call) {
        if (!call.path("name").asString("").equals(ConsentScript.BINDING)) {
            return;
        }
        String payload = call.path("payload").asString("");
        int context = call.path("executionContextId").asInt();
        if (progress.updateAndGet(before -> before.after(payload)).isSettled()) {
            settled.complete(null);
        }
        Thread.ofVirtual().name("consent").start(() -> answer(payload, context));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a document that is gone needs no answer
    private void answer(String payload, int context) {
        for (String reply : script.replies(payload)) {
            tab.send(
                    "Runtime.evaluate",
                    DevTools.params().put("expression", reply).put("contextId", context));
        }
    }

    /** Returns when the banners have been answered, or are taken for absent or for stubborn. */
    void await(Deadline deadline) throws InterruptedException {
        try {
            settled.get(deadline.within(PATIENCE).nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Drawing with the consent banner as it is: {}", progress.get());
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
