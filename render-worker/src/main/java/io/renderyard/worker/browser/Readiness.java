package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.RenderSpec;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * Waits until a page has loaded, and its fonts and images are there. Decoding is left to the capture, which waits for it
 * (see {@link ChromeFlags}): a picture decoded ahead is sometimes scaled from another copy, and then differs by a shade.
 */
record Readiness(RenderSpec spec, Deadline deadline) {
    /** Answers with what the document that became ready says of itself. Lazy images count when they will be in the picture. */
    private static final String READY = """
            (async whole => {
              if (document.readyState !== 'complete')
                await new Promise(done => addEventListener('load', done, {once: true}));
              const images = Array.from(document.images).filter(image => {
                if (image.complete || image.loading !== 'lazy') return true;
                const box = image.getBoundingClientRect();
                if (!whole && (box.bottom < 0 || box.top > innerHeight)) return false;
                image.loading = 'eager';
                return true;
              });
              await Promise.all(images.filter(image => !image.complete).map(image => new Promise(done => {
                image.addEventListener('load', done, {once: true});
                image.addEventListener('error', done, {once: true});
              })));
              await document.fonts.ready;
              const entry = performance.getEntriesByType('navigation')[0];
              return {address: location.href, title: document.title, status: entry ? entry.responseStatus : 0};
            })(%s)""";

    /** Asks at once, so that the question is in the browser before the page is. */
    CompletableFuture<Answer> ask(Tab tab) {
        return tab.evaluateLater(READY.formatted(!(spec.framing().area() instanceof Area.Window)));
    }

    /** Waits for the answer, and asks again when the page moved to another document meanwhile. */
    JsonNode page(Tab tab, CompletableFuture<Answer> asked) throws DevToolsException, InterruptedException {
        CompletableFuture<Answer> answer = asked;
        while (true) {
            try {
                return Tab.value(tab.await(answer, "waiting for the page", deadline));
            } catch (DevToolsException.Refused e) {
                if (!e.isForAnotherDocument()) {
                    throw e;
                }
                answer = ask(tab);
            }
        }
    }
}
