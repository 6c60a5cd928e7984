package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Viewport;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One page target that we are attached to. Used by one thread at a time. */
final class Tab {
    static final String BLANK = "about:blank";

    private final DevTools tools;
    private final String target;
    private final String session;

    @Nullable
    private Viewport viewport;

    private Tab(DevTools tools, String target, String session) {
        this.tools = tools;
        this.target = target;
        this.session = session;
    }

    /** @param context where cookies and caches live; null for the browser's own */
    static Tab open(DevTools tools, @Nullable String context, Deadline deadline)
            throws DevToolsException, InterruptedException {
        ObjectNode creation = DevTools.params().put("url", BLANK);
        if (context != null) {
            creation.put("browserContextId", context);
        }
        String target = tools.call("Target.createTarget", creation, deadline)
                .part("result")
                .path("targetId")
                .asString();
        ObjectNode attachment = DevTools.params().put("targetId", target).put("flatten", true);
        String session = tools.call("Target.attachToTarget", attachment, deadline)
                .part("result")
                .path("sessionId")
                .asString();
        Tab tab = new Tab(tools, target, session);
        CompletableFuture<Answer> pages = tab.send("Page.enable", DevTools.params());
        CompletableFuture<Answer> crashes = tab.send("Inspector.enable", DevTools.params());
        // A window keeps its name from page to page: the one leak that a fresh document does not close.
        tab.call(
                "Page.addScriptToEvaluateOnNewDocument",
                DevTools.params().put("source", "if(self===top)self.name=''"),
                deadline);
        DevTools.await(pages, "Page.enable", deadline);
        DevTools.await(crashes, "Inspector.enable", deadline);
        return tab;
    }

    /** The main frame's id, which in Chrome is the target's. */
    String mainFrame() {
        return target;
    }

    CompletableFuture<Answer> send(String method, ObjectNode params) {
        return tools.send(session, method, params);
    }

    Answer call(String method, ObjectNode params, Deadline deadline) throws DevToolsException, InterruptedException {
        return DevTools.await(send(method, params), method, deadline);
    }

    /** Goes back to the empty page: whatever the last one left running ends here. */
    CompletableFuture<Answer> clear() {
        return send("Page.navigate", DevTools.params().put("url", BLANK));
    }

    CompletableFuture<Answer> close() {
        return tools.send("", "Target.closeTarget", DevTools.params().put("targetId", target));
    }

    /** Costs nothing when the last render had the same viewport. */
    void resize(Viewport wanted, Deadline deadline) throws DevToolsException, InterruptedException {
        if (wanted.equals(viewport)) {
            return;
        }
        call(
                "Emulation.setDeviceMetricsOverride",
                DevTools.params()
                        .put("width", wanted.width())
                        .put("height", wanted.height())
                        .put("deviceScaleFactor", wanted.deviceScale())
                        .put("mobile", false),
                deadline);
        viewport = wanted;
    }

    /** Sends an expression whose value, or whose promise's value, comes back as JSON. */
    CompletableFuture<Answer> evaluateLater(String expression) {
        return send(
                "Runtime.evaluate",
                DevTools.params()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
    }

    JsonNode evaluate(String expression, Deadline deadline) throws DevToolsException, InterruptedException {
        return value(DevTools.await(evaluateLater(expression), "Runtime.evaluate", deadline));
    }

    static JsonNode value(Answer answer) {
        return answer.part("result").path("result").path("value");
    }
}
