package io.renderyard.worker.browser;

import java.util.concurrent.CompletableFuture;

/** @param markup with everything added that must be there before it is parsed */
record MarkupEntrance(String markup) implements Entrance {
    @Override
    public CompletableFuture<Answer> bring(Tab tab, Readiness readiness, Landing landing, Deadline deadline)
            throws DevToolsException, InterruptedException {
        // Once more, although the tab is blank already: right after a navigation Chrome holds its first frame back and
        // so paints the page once, when there is something to show. Into a page that has settled it paints twice.
        tab.call("Page.navigate", DevTools.params().put("url", Tab.BLANK), deadline);
        CompletableFuture<Answer> written = tab.send(
                "Page.setDocumentContent",
                DevTools.params().put("frameId", tab.mainFrame()).put("html", markup));
        CompletableFuture<Answer> ready = readiness.ask(tab);
        DevTools.await(written, "Page.setDocumentContent", deadline);
        return ready;
    }
}
