package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import java.util.concurrent.CompletableFuture;

/** @param markup with everything added that must be there before it is parsed */
record MarkupEntrance(String markup) implements Entrance {
    @Override
    public CompletableFuture<Answer> bring(Tab tab, Readiness readiness, Landing landing, Deadline deadline)
            throws DevToolsException, InterruptedException {
        CompletableFuture<Answer> written = tab.send(
                "Page.setDocumentContent",
                DevTools.params().put("frameId", tab.mainFrame()).put("html", markup));
        CompletableFuture<Answer> ready = readiness.ask(tab);
        DevTools.await(written, "Page.setDocumentContent", readiness.deadline());
        return ready;
    }
}
