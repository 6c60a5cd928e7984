package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.rendering.RenderException;
import tools.jackson.databind.json.JsonMapper;

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
        Landing.checkStart(source.address());
        BrowserContext context = browser.newContext(deadline);
        try {
            return in(context.openTab(deadline), browser.gate());
        } finally {
            context.dispose();
        }
    }

    private Picture in(Tab tab, EgressGate gate) throws DevToolsException, RenderException, InterruptedException {
        Landing landing = new Landing(gate);
        Readiness readiness = new Readiness(spec, deadline);
        tab.resize(spec.viewport(), deadline);
        Answer answer = tab.call(
                "Page.navigate", DevTools.params().put("url", source.address().toString()), deadline);
        String error = answer.part("result").path("errorText").asString("");
        if (!error.isEmpty()) {
            throw landing.failure(error, tab, deadline);
        }
        String css = spec.css();
        String style = css == null || css.isEmpty()
                ? null
                : ADD_STYLE.formatted(JsonMapper.shared().writeValueAsString(css));
        return new Exposure(spec, deadline, landing, style).of(tab, readiness.ask(tab));
    }
}
