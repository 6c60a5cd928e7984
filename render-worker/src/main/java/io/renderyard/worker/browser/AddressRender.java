package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Draws what an address answers with, in a browser context that nothing else ever shares. */
record AddressRender(Source.Url source, RenderSpec spec, Deadline deadline) {
    /** Adopted sheets come after all others and are not subject to the page's content security policy. */
    private static final String ADD_STYLE = """
            (css => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets.push(sheet);
            })(%s)""";

    Picture on(Browser browser) throws DevToolsException, RenderException, InterruptedException {
        DevTools tools = browser.tools();
        ObjectNode walls = DevTools.params()
                .put("disposeOnDetach", true)
                .put("proxyServer", ChromeFlags.proxyAddress(browser.gate().port()))
                .put("proxyBypassList", ChromeFlags.PROXY_EVERYTHING);
        String context = tools.call("Target.createBrowserContext", walls, deadline)
                .part("result")
                .path("browserContextId")
                .asString();
        ObjectNode named = DevTools.params().put("browserContextId", context);
        try {
            tools.call(
                    "Browser.setDownloadBehavior",
                    DevTools.params().put("behavior", "deny").put("browserContextId", context),
                    deadline);
            return in(Tab.open(tools, context, deadline), browser.gate());
        } finally {
            dispose(tools, named);
        }
    }

    /** Not waited for: what is in the context ends on its own time, and with the browser at the latest. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void dispose(DevTools tools, ObjectNode context) {
        tools.send("", "Target.disposeBrowserContext", context);
    }

    private Picture in(Tab tab, EgressGate gate) throws DevToolsException, RenderException, InterruptedException {
        Landing landing = new Landing(gate);
        Landing.checkStart(source.address());
        Readiness readiness = new Readiness(spec, deadline);
        tab.resize(spec.viewport(), deadline);
        Answer answer = tab.call(
                "Page.navigate", DevTools.params().put("url", source.address().toString()), deadline);
        String error = answer.part("result").path("errorText").asString("");
        if (!error.isEmpty()) {
            throw landing.failure(error, tab, deadline);
        }
        String address = readiness.address(tab, readiness.ask(tab));
        String css = spec.css();
        if (css != null && !css.isEmpty()) {
            tab.evaluate(ADD_STYLE.formatted(JsonMapper.shared().writeValueAsString(css)), deadline);
            address = readiness.address(tab, readiness.ask(tab));
        }
        landing.checkReady(address);
        Picture picture = new Shot(spec, deadline).of(tab);
        landing.checkEnd(tab, deadline);
        return picture;
    }
}
