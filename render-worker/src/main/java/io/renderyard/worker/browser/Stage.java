package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;

/**
 * Where one page is drawn: in the browser's own tab, which is the fast way, or in a context that nothing else ever
 * shares and that ends with the page. Whatever would stay behind in a tab (cookies, an emulated world, rules for
 * requests) gets a context of its own, and so needs no undoing.
 *
 * <p>Markup is drawn as {@code about:blank} in either place: it has no origin, so storage, cookies and service workers
 * throw or are missing in it, and what it loads is of a third party everywhere.
 */
record Stage(Tab tab, Runnable striking) implements AutoCloseable {
    static Stage set(Browser browser, RenderSpec spec, Deadline deadline)
            throws DevToolsException, InterruptedException {
        if (isShared(spec)) {
            return new Stage(browser.tab(), () -> {});
        }
        BrowserContext context = browser.newContext(deadline);
        try {
            return new Stage(context.openTab(deadline), context::dispose);
        } catch (DevToolsException | InterruptedException | RuntimeException e) {
            context.dispose();
            throw e;
        }
    }

    /** True when any of the render's pages is drawn in the shared tab, which then has to be cleared. */
    static boolean usesSharedTab(RenderSpec spec) {
        return isShared(spec)
                || spec.format() instanceof PictureFormat.Pdf pdf
                        && pdf.more().stream().anyMatch(source -> isShared(spec.with(source)));
    }

    /** True when the page may be drawn in the tab that other pages use too, one after the other. */
    static boolean isShared(RenderSpec spec) {
        return spec.source() instanceof Source.Html
                && spec.environment().equals(Environment.PLAIN)
                && spec.traffic().equals(Traffic.PLAIN)
                && !spec.viewport().touch();
    }

    @Override
    public void close() {
        striking.run();
    }
}
