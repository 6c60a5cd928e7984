package io.renderyard.worker.browser;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.devtools.Listening;
import io.renderyard.worker.rendering.RenderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands between the page and the network, for as long as it is open, where the submission asks for it. It stands in the
 * browser, not in the tab, because a tab does not hear of what its shared and service workers ask for; one browser draws
 * one page at a time, so all requests are of that page. Web sockets pass it unseen.
 */
final class Interception implements AutoCloseable {
    private final Optional<AdFilter> ads;
    private final Optional<ConsentAnswers> consent;
    private final List<Listening> listening = new ArrayList<>();
    private Runnable end = () -> {};

    private Interception(Optional<AdFilter> ads, Optional<ConsentAnswers> consent) {
        this.ads = ads;
        this.consent = consent;
    }

    static Interception of(RenderSpec spec, Tab tab, Notes notes, Extras extras, Deadline deadline)
            throws DevToolsException, RenderException, InterruptedException {
        Cookies.set(spec, tab, deadline);
        Traffic traffic = spec.traffic();
        Optional<AdFilter> ads =
                traffic.blockAds() ? Optional.of(new AdFilter(extras.lists(), address(spec))) : Optional.empty();
        // Without scripts nothing would ever answer, and hardly a banner would come.
        Optional<ConsentAnswers> consent =
                traffic.blockConsentBanners() && spec.environment().javaScript()
                        ? Optional.of(ConsentAnswers.begin(tab, extras.consent(), deadline))
                        : Optional.empty();
        Interception interception = new Interception(ads, consent);
        try {
            interception.begin(spec, tab, notes, deadline);
            return interception;
        } catch (DevToolsException | InterruptedException | RuntimeException e) {
            interception.close();
            throw e;
        }
    }

    private static String address(RenderSpec spec) {
        return switch (spec.source()) {
            case Source.Html ignored -> Tab.BLANK;
            case Source.Handlebars _, Source.Expressions _, Source.Painted _ ->
                throw new IllegalArgumentException("A browser draws pages");
            case Source.Url url -> url.address().toString();
        };
    }

    private void begin(RenderSpec spec, Tab tab, Notes notes, Deadline deadline)
            throws DevToolsException, InterruptedException {
        RequestRules rules = RequestRules.of(spec, tab.mainFrame(), ads);
        Traffic.Login login = spec.traffic().login();
        if (login != null || !rules.areNone()) {
            pause(tab.browser(), rules, login, notes, deadline);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // commands of one socket keep their order, so no later render waits
    private void pause(
            DevTools browser, RequestRules rules, Traffic.@Nullable Login login, Notes notes, Deadline deadline)
            throws DevToolsException, InterruptedException {
        ObjectNode params = DevTools.params().put("handleAuthRequests", login != null);
        ArrayNode patterns = params.putArray("patterns");
        rules.typesToPause(login != null)
                .forEach(type -> patterns.addObject().put("urlPattern", "*").put("resourceType", type));
        if (patterns.isEmpty()) {
            patterns.addObject().put("urlPattern", "*");
        }
        LoginAnswers answers = new LoginAnswers(login, rules.own());
        listening.add(browser.on("", "Fetch.requestPaused", event -> decide(browser, rules, notes, event)));
        listening.add(browser.on(
                "", "Fetch.authRequired", event -> browser.send("", "Fetch.continueWithAuth", answers.to(event))));
        end = () -> browser.send("", "Fetch.disable", DevTools.params());
        browser.call("Fetch.enable", params, deadline);
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

    /** CSS that hides what the page is better drawn without; perhaps empty. */
    String hidden() {
        return ads.map(AdFilter::styleSheet).orElse("");
    }

    /** Waits a while for banners to go, where that was asked for. */
    void awaitConsent(Deadline deadline) throws InterruptedException {
        if (consent.isPresent()) {
            consent.get().await(deadline);
        }
    }

    /** What still waits goes on as it is. */
    @Override
    public void close() {
        end.run();
        listening.forEach(Listening::close);
        consent.ifPresent(ConsentAnswers::close);
    }
}
