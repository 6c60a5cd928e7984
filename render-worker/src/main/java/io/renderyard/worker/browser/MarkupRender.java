package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.rendering.RenderException;
import java.util.concurrent.CompletableFuture;

/** Draws markup in the browser's own tab, which is used again and again. */
record MarkupRender(Source.Html source, RenderSpec spec, Deadline deadline) {
    Picture on(Browser browser) throws DevToolsException, RenderException, InterruptedException {
        Tab tab = browser.tab();
        Landing landing = new Landing(browser.gate());
        Readiness readiness = new Readiness(spec, deadline);
        tab.resize(spec.viewport(), deadline);
        // Once more, although the tab is blank already: right after a navigation Chrome holds its first frame back and
        // so paints the page once, when there is something to show. Into a page that has settled it paints twice.
        tab.call("Page.navigate", DevTools.params().put("url", Tab.BLANK), deadline);
        CompletableFuture<Answer> written = tab.send(
                "Page.setDocumentContent",
                DevTools.params()
                        .put("frameId", tab.mainFrame())
                        .put("html", StyledMarkup.of(source.markup(), spec.css())));
        CompletableFuture<Answer> ready = readiness.ask(tab);
        DevTools.await(written, "Page.setDocumentContent", deadline);
        return new Exposure(spec, deadline, landing, null).of(tab, ready);
    }
}
