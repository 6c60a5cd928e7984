package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;

/**
 * Scrolls a page to its end and back, so that what is only loaded or shown when somebody comes near is there. A page
 * that grows while it is scrolled is followed for a bounded number of screens.
 */
final class ScrollPass {
    /** Two frames for each screen: one in which observers see it, one in which the page acts on that. */
    private static final String SCROLL = """
            (async () => {
              const page = document.scrollingElement;
              if (!page || page.scrollHeight <= innerHeight) return false;
              const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              for (let screen = 1; screen <= 100 && screen * innerHeight < page.scrollHeight + innerHeight; screen++) {
                scrollTo({top: screen * innerHeight, behavior: 'instant'});
                await frame();
              }
              scrollTo({top: 0, behavior: 'instant'});
              await frame();
              return true;
            })()""";

    private ScrollPass() {}

    /** @return true when the page was scrolled, and so may have more to load */
    static boolean over(Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        return tab.evaluate(SCROLL, deadline).asBoolean(false);
    }
}
