package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.RenderException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Loads what an address answers with. */
record AddressEntrance(URI address) implements Entrance {
    @Override
    public CompletableFuture<Answer> bring(Tab tab, Readiness readiness, Landing landing, Deadline deadline)
            throws DevToolsException, RenderException, InterruptedException {
        Answer answer = DevTools.await(
                tab.send("Page.navigate", DevTools.params().put("url", address.toString())),
                "Page.navigate",
                readiness.deadline());
        String error = answer.part("result").path("errorText").asString("");
        if (!error.isEmpty()) {
            throw landing.failure(error, tab, deadline);
        }
        return readiness.ask(tab);
    }
}
