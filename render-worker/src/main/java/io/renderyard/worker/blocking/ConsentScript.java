package io.renderyard.worker.blocking;

import io.renderyard.worker.installed.NodePackages;
import io.renderyard.worker.installed.NotInstalledException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gets consent banners out of the way: refuses where that is possible, agrees where only that helps, hides what is left.
 *
 * <p>For the engine: bind {@link #BINDING} in the page, install {@link #script} for every new document of every frame,
 * and for each payload that arrives evaluate the {@link #replies} in the very context that sent it. {@link
 * ConsentProgress} tells when to go on. Safe for several threads.
 */
public final class ConsentScript {
    /** Name of the function, taking one string, that the page's documents find at their start. */
    public static final String BINDING = "renderyardConsent";

    private static final String PACKAGE = "@duckduckgo/autoconsent";
    private static final String PURPOSE = "Blocking consent banners";

    /** The page sees neither the binding nor the sender; what it could still call only offers rules it can read anyway. */
    private static final String SCRIPT = """
            (() => {
            const send = globalThis.%1$s;
            if (typeof send !== 'function' || globalThis.autoconsentReceiveMessage) return;
            delete globalThis.%1$s;
            const stringify = JSON.stringify;
            globalThis.autoconsentSendMessage = async message => send(stringify(message));
            %2$s
            delete globalThis.autoconsentSendMessage;
            })()""";

    private static final String CONFIG = """
            {enabled: true, autoAction: 'optOut', disabledCmps: [], enablePrehide: true, prehideTimeout: 5000, \
            enableCosmeticRules: true, enableGeneratedRules: true, enableHeuristicDetection: true, \
            heuristicMode: 'tier2', enablePopupMutationObserver: false, detectRetries: 20, isMainWorld: true, \
            visualTest: false, logs: {lifecycle: false, rulesteps: false, detectionsteps: false, evals: false, \
            errors: false, messages: false, waits: false}}""";

    /**
     * While it works, autoconsent hides what banners are known to put on pages, and shows it again when it is done or gives
     * up. A picture has no use for it either way: a copy of that style stays.
     */
    private static final String INITIALISE = """
            (() => {
            autoconsentReceiveMessage({type: 'initResp', config: %s, rules: {autoconsent: %s}});
            const keep = () => {
              const hidden = document.getElementById('autoconsent-prehide');
              if (hidden) document.documentElement.append(Object.assign(hidden.cloneNode(true), {id: ''}));
            };
            if (document.documentElement) keep();
            else addEventListener('DOMContentLoaded', keep, {once: true});
            })()""";

    private final NodePackages packages;
    private @Nullable ConsentRules rules;

    public ConsentScript(NodePackages packages) {
        this.packages = packages;
    }

    /**
     * The text to run at the start of every document, before the page's own scripts.
     *
     * @throws NotInstalledException when this machine does not have the package
     */
    public String script() {
        return SCRIPT.formatted(BINDING, packages.read(PACKAGE, "dist/autoconsent.playwright.js", PURPOSE));
    }

    /**
     * What to answer.
     *
     * @param payload what came through the binding; anything, since pages can send as well
     * @return expressions to evaluate where the payload came from; usually none
     * @throws NotInstalledException when this machine does not have the package
     */
    public List<String> replies(String payload) {
        return switch (ConsentMessage.of(payload)) {
            case ConsentMessage.Init(String url) -> List.of(initialise(url));
            case ConsentMessage.OptedOut(boolean done) ->
                done ? List.of() : List.of("autoconsentReceiveMessage({type: 'optIn'})");
            case ConsentMessage.Report report -> List.of();
            case ConsentMessage.Other() -> List.of();
        };
    }

    private String initialise(String url) {
        return INITIALISE.formatted(CONFIG, rules().on(url));
    }

    private synchronized ConsentRules rules() {
        ConsentRules known = rules;
        if (known == null) {
            known = new ConsentRules(packages.read(PACKAGE, "rules/rules.json", PURPOSE));
            rules = known;
        }
        return known;
    }
}
