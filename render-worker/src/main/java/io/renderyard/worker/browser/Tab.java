package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Viewport;
import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Arrivals;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.devtools.Listening;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One page target that we are attached to. Used by one thread at a time. */
final class Tab {
    private static final Logger LOG = LoggerFactory.getLogger(Tab.class);
    static final String BLANK = "about:blank";
    private static final int LOOKS = 100;
    private static final String BACKDROP = "Emulation.setDefaultBackgroundColorOverride";

    /**
     * A window keeps its name from page to page: the one leak that a fresh document does not close. And a page that
     * closes its window would end the render.
     */
    private static final String FOR_EVERY_DOCUMENT = "if(self===top)self.name='';self.close=()=>{};" + Observation.EARS;

    private final DevTools tools;
    private final String target;
    private final String session;
    private final Frames frames = new Frames(this);

    private final String context;

    @Nullable
    private Viewport viewport;

    private boolean apart;
    private boolean returns;
    private volatile boolean strayed;

    private Tab(DevTools tools, String target, String session, String context) {
        this.tools = tools;
        this.target = target;
        this.session = session;
        this.context = context;
    }

    /** @param context where cookies and caches live */
    static Tab open(DevTools tools, String context, Deadline deadline) throws DevToolsException, InterruptedException {
        ObjectNode creation = DevTools.params()
                .put("url", BLANK)
                .put("enableBeginFrameControl", true)
                .put("browserContextId", context);
        String target = tools.call("Target.createTarget", creation, deadline)
                .part("result")
                .path("targetId")
                .asString();
        ObjectNode attachment = DevTools.params().put("targetId", target).put("flatten", true);
        String session = tools.call("Target.attachToTarget", attachment, deadline)
                .part("result")
                .path("sessionId")
                .asString();
        Tab tab = new Tab(tools, target, session, context);
        CompletableFuture<Answer> pages = tab.send("Page.enable", DevTools.params());
        CompletableFuture<Answer> crashes = tab.send("Inspector.enable", DevTools.params());
        CompletableFuture<Answer> log = Observation.prepare(tab);
        tab.call(
                "Page.addScriptToEvaluateOnNewDocument", DevTools.params().put("source", FOR_EVERY_DOCUMENT), deadline);
        DevTools.await(pages, "Page.enable", deadline);
        DevTools.await(crashes, "Inspector.enable", deadline);
        DevTools.await(log, "Log.enable", deadline);
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

    /** Captures the page: frames follow one another until one of them is the picture. */
    Answer capture(ObjectNode params, Deadline deadline) throws DevToolsException, InterruptedException {
        return frames.asFastAsTheyCome(send("Page.captureScreenshot", params), "Page.captureScreenshot", deadline);
    }

    /** Captures the window; see {@link Frames#picture}. */
    Answer captureFrame(ObjectNode format, Deadline deadline) throws DevToolsException, InterruptedException {
        return frames.picture(format, deadline);
    }

    /** Waits for something that the page does, and lets it live meanwhile. */
    Answer await(CompletableFuture<Answer> answer, String what, Deadline deadline)
            throws DevToolsException, InterruptedException {
        return frames.until(answer, what, deadline);
    }

    /** Lets the page live for a while. */
    void live(Duration span, Deadline deadline) throws DevToolsException, InterruptedException {
        frames.during(span, deadline);
    }

    /** Sends to the browser and waits, for what is not said to a page but to all that share its cookies. */
    Answer callContext(String method, ObjectNode params, Deadline deadline)
            throws DevToolsException, InterruptedException {
        return tools.call(method, params.put("browserContextId", context), deadline);
    }

    /** The browser itself, and so every page, frame and worker in it. */
    DevTools browser() {
        return tools;
    }

    /**
     * Listens to what this tab says of its own accord, until closed. The domain that says it must be enabled.
     *
     * @param event such as {@code Fetch.requestPaused}
     * @param handler gets the event's parameters, on the wire's thread: it may send but must not wait for answers
     */
    Listening on(String event, Consumer<JsonNode> handler) {
        return tools.on(session, event, handler);
    }

    /**
     * Goes back to the empty page: whatever the last one left running ends here. Done when the tab has arrived, the old
     * page's last words included, and the way back to it is forgotten, with what it left there for its return.
     */
    CompletableFuture<Void> clear() {
        Arrivals arrivals = tools.watch(session);
        returns = !returns;
        String kind = returns ? "generated" : "keyword";
        return send("Page.navigate", DevTools.params().put("url", BLANK).put("transitionType", kind))
                .thenCompose(answer ->
                        arrivals.of(answer.part("result").path("loaderId").asString("")))
                .thenCompose(arrived -> forget(kind, LOOKS))
                .whenComplete((arrived, failed) -> tools.unwatch(session));
    }

    /**
     * The page's process tells of its arrival on a way of its own, and may overtake what it tells the browser. So we look
     * whether the browser knows of it, since until then the page to forget would be the one to keep.
     *
     * @param kind of the visit that is to be kept: unlike the one before, and none that a page can make
     */
    private CompletableFuture<Void> forget(String kind, int looks) {
        return send("Page.getNavigationHistory", DevTools.params()).thenCompose(answer -> {
            JsonNode history = answer.part("result");
            JsonNode here =
                    history.path("entries").path(history.path("currentIndex").asInt());
            if (here.path("transitionType").asString("").equals(kind)) {
                return send("Page.resetNavigationHistory", DevTools.params()).thenAccept(forgotten -> {});
            }
            return looks > 0
                    ? forget(kind, looks - 1)
                    : CompletableFuture.failedFuture(
                            new IllegalStateException("The browser does not know where it is"));
        });
    }

    /**
     * Begins the empty page anew. A document gets its way to the network, its first scripts and some of the world it
     * believes in when it begins; markup is only written into it.
     */
    void renew(Deadline deadline) throws DevToolsException, InterruptedException {
        call("Page.navigate", DevTools.params().put("url", BLANK), deadline);
    }

    /** From now on {@link #hasStrayed} knows, until closed. */
    Listening guard() {
        return on("Page.frameStartedNavigating", this::follow);
    }

    /** Where it starts to go, since the cookies of an answer are kept also when the tab never arrives. */
    private void follow(JsonNode event) {
        if (event.path("frameId").asString("").equals(target)
                && !event.path("url").asString("").equals(BLANK)) {
            strayed = true;
        }
    }

    /** True when a page led the guarded tab to an address: there it is that site's own and may store what it likes. */
    boolean hasStrayed() {
        return strayed;
    }

    /** With everything that is stored in its context. */
    CompletableFuture<Answer> close() {
        return tools.send("", "Target.disposeBrowserContext", DevTools.params().put("browserContextId", context));
    }

    /** Costs nothing when the last render had the same viewport. */
    void resize(Viewport wanted, Deadline deadline) throws DevToolsException, InterruptedException {
        if (wanted.equals(viewport)) {
            return;
        }
        ObjectNode metrics = DevTools.params()
                .put("width", wanted.width())
                .put("height", wanted.height())
                .put("deviceScaleFactor", wanted.deviceScale())
                .put("mobile", wanted.mobile());
        if (wanted.landscape() || wanted.mobile()) {
            metrics.putObject("screenOrientation")
                    .put("type", wanted.landscape() ? "landscapePrimary" : "portraitPrimary")
                    .put("angle", wanted.landscape() ? 90 : 0);
        }
        call("Emulation.setDeviceMetricsOverride", metrics, deadline);
        viewport = wanted;
    }

    /** Sets what is behind the page. Waited for, since a frame that is asked for does not wait behind it. */
    void backdrop(ObjectNode params, Deadline deadline) throws DevToolsException, InterruptedException {
        call(BACKDROP, params, deadline);
    }

    /** Takes it back. The page's process does one command after the other, so that no later page is there before. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void withoutBackdrop() {
        send(BACKDROP, DevTools.params());
    }

    /**
     * How tall the content is when it is laid out for paper.
     *
     * @param width CSS pixels that it has from side to side
     * @return CSS pixels
     */
    double printedHeight(int width, Deadline deadline) throws DevToolsException, InterruptedException {
        Viewport before = viewport;
        call("Emulation.setEmulatedMedia", DevTools.params().put("media", "print"), deadline);
        resize(new Viewport(width, 1, 1), deadline);
        double height = evaluate(
                        "Math.max(document.documentElement.getBoundingClientRect().bottom + scrollY,"
                                + " document.body ? document.body.getBoundingClientRect().bottom + scrollY : 0)",
                        deadline)
                .asDouble();
        call("Emulation.setEmulatedMedia", DevTools.params().put("media", ""), deadline);
        if (before != null) {
            resize(before, deadline);
        }
        return height;
    }

    /**
     * Stops the page's own scripts, from the next document on. Ours run in a world apart from then on, where promises
     * and events work but {@code setTimeout} never fires.
     */
    void forbidScripts(Deadline deadline) throws DevToolsException, InterruptedException {
        call("Emulation.setScriptExecutionDisabled", DevTools.params().put("value", true), deadline);
        apart = true;
    }

    /** Sends an expression whose value, or whose promise's value, comes back as JSON. */
    CompletableFuture<Answer> evaluateLater(String expression) {
        return run(DevTools.params()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    }

    /** @param evaluation parameters of {@code Runtime.evaluate} */
    CompletableFuture<Answer> run(ObjectNode evaluation) {
        return apart ? runApart(evaluation) : send("Runtime.evaluate", evaluation);
    }

    /** In a world that shares the page's document, but none of its scripts' names. */
    JsonNode evaluateApart(String expression, Deadline deadline) throws DevToolsException, InterruptedException {
        ObjectNode evaluation = DevTools.params().put("expression", expression).put("returnByValue", true);
        return value(DevTools.await(runApart(evaluation), "Runtime.evaluate", deadline));
    }

    private CompletableFuture<Answer> runApart(ObjectNode evaluation) {
        // The same name gives the same world again as long as the document is the same.
        ObjectNode world = DevTools.params().put("frameId", target).put("worldName", "renderyard");
        return send("Page.createIsolatedWorld", world)
                .thenCompose(made -> send(
                        "Runtime.evaluate",
                        evaluation.put(
                                "contextId",
                                made.part("result").path("executionContextId").asInt())));
    }

    JsonNode evaluate(String expression, Deadline deadline) throws DevToolsException, InterruptedException {
        return value(await(evaluateLater(expression), "Runtime.evaluate", deadline));
    }

    /** Waits until the page's present process answers anything at all. */
    void settle(Deadline deadline) throws DevToolsException, InterruptedException {
        try {
            evaluate("0", deadline);
        } catch (DevToolsException.Refused e) {
            LOG.trace("The page is still moving", e);
        }
    }

    static JsonNode value(Answer answer) {
        return answer.part("result").path("result").path("value");
    }
}
