package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.rendering.RenderException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * From a page that is on its way to its picture.
 *
 * @param afterLoad script that changes the loaded page; null for none
 */
record Exposure(
        RenderSpec spec,
        Deadline deadline,
        Landing landing,
        @Nullable String afterLoad) {
    /** @param asked the readiness question, sent already */
    Picture of(Tab tab, CompletableFuture<Answer> asked)
            throws DevToolsException, RenderException, InterruptedException {
        Readiness readiness = new Readiness(spec, deadline);
        CompletableFuture<Answer> ready = asked;
        while (true) {
            try {
                return once(tab, readiness, ready);
            } catch (DevToolsException.Refused e) {
                if (!e.isForAnotherDocument()) {
                    throw e;
                }
                // The page moved on by itself in mid-capture: the document it moves to is the one to draw.
                ready = readiness.ask(tab);
            }
        }
    }

    private Picture once(Tab tab, Readiness readiness, CompletableFuture<Answer> ready)
            throws DevToolsException, RenderException, InterruptedException {
        String address = readiness.address(tab, ready);
        if (afterLoad != null) {
            tab.evaluate(afterLoad, deadline);
            address = readiness.address(tab, readiness.ask(tab));
        }
        landing.checkReady(address, tab, deadline);
        Picture picture = new Shot(spec, deadline).of(tab);
        landing.checkEnd(tab, deadline);
        return picture;
    }
}
