package io.renderyard.worker.browser;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.worker.rendering.RenderException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands between the page and the network, for as long as it is open, where the submission asks for it. It stands in the
 * browser, not in the tab, because a tab does not hear of what its shared and service workers ask for; one browser draws
 * one page at a time, so all requests are of that page. Web sockets pass it unseen.
 */
final class Interception implements AutoCloseable {
    private static final Interception NOTHING = new Interception(List.of(), () -> {});

    private final List<Listening> listening;
    private final Runnable end;

    private Interception(List<Listening> listening, Runnable end) {
        this.listening = listening;
        this.end = end;
    }

    static Interception of(RenderSpec spec, Tab tab, Notes notes, Deadline deadline)
            throws DevToolsException, RenderException, InterruptedException {
        Cookies.set(spec, tab, deadline);
        Traffic traffic = spec.traffic();
        boolean login = traffic.login() != null;
        RequestRules rules = RequestRules.of(spec, tab.mainFrame(), RequestFilter.NONE);
        if (!login && rules.areNone()) {
            return NOTHING;
        }
        return begin(tab.browser(), rules, new LoginAnswers(traffic.login(), rules.own()), login, notes, deadline);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // commands of one socket keep their order, so no later render waits
    private static Interception begin(
            DevTools browser, RequestRules rules, LoginAnswers answers, boolean login, Notes notes, Deadline deadline)
            throws DevToolsException, InterruptedException {
        ObjectNode params = DevTools.params().put("handleAuthRequests", login);
        ArrayNode patterns = params.putArray("patterns");
        rules.typesToPause(login)
                .forEach(type -> patterns.addObject().put("urlPattern", "*").put("resourceType", type));
        if (patterns.isEmpty()) {
            patterns.addObject().put("urlPattern", "*");
        }
        Interception begun = new Interception(
                List.of(
                        browser.on("", "Fetch.requestPaused", event -> decide(browser, rules, notes, event)),
                        browser.on(
                                "",
                                "Fetch.authRequired",
                                event -> browser.send("", "Fetch.continueWithAuth", answers.to(event)))),
                () -> browser.send("", "Fetch.disable", DevTools.params()));
        try {
            browser.call("Fetch.enable", params, deadline);
            return begun;
        } catch (DevToolsException | InterruptedException e) {
            begun.close();
            throw e;
        }
    }

    /** A request that we get no word through for goes with the page. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void decide(DevTools browser, RequestRules rules, Notes notes, JsonNode event) {
        PausedRequest request = PausedRequest.of(event);
        ObjectNode word = DevTools.params().put("requestId", request.id());
        switch (rules.judge(request)) {
            case RequestRules.Verdict.Unchanged() -> browser.send("", "Fetch.continueRequest", word);
            case RequestRules.Verdict.WithHeaders(var headers) -> {
                ArrayNode all = word.putArray("headers");
                headers.forEach(
                        (name, value) -> all.addObject().put("name", name).put("value", value));
                browser.send("", "Fetch.continueRequest", word);
            }
            case RequestRules.Verdict.Blocked(String by) -> {
                notes.blocked(request.url(), by);
                browser.send("", "Fetch.failRequest", word.put("errorReason", "BlockedByClient"));
            }
        }
    }

    /** What still waits goes on as it is. */
    @Override
    public void close() {
        end.run();
        listening.forEach(Listening::close);
    }
}
