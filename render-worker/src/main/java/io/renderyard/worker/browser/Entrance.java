package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.RenderException;
import java.util.concurrent.CompletableFuture;

/** How a page gets into a tab. */
interface Entrance {
    /**
     * Brings the page in without waiting for it.
     *
     * @return the readiness question, asked at once so that it is in the browser before the page is
     */
    CompletableFuture<Answer> bring(Tab tab, Readiness readiness, Landing landing, Deadline deadline)
            throws DevToolsException, RenderException, InterruptedException;
}
