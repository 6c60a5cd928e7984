package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.RenderException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * Finds out why a page was not ready in time. One that does not even answer that is beyond help, and so is a browser whose
 * network hangs.
 */
record Overdue(RenderSpec spec, Tab tab, Readiness readiness) {
    private static final Duration GRACE = Duration.ofMillis(500);

    /**
     * A page that still answers leaves its browser usable.
     *
     * @param late what was waited for
     * @throws DevToolsException {@code late} when the page does not answer
     */
    RenderException failure(DevToolsException.Late late) throws DevToolsException, InterruptedException {
        String why;
        try {
            why = why(tab.evaluate(new Question(spec, false).missing(), Deadline.in(GRACE)));
        } catch (DevToolsException.Late silent) {
            return halted("it is on its way to another page.", late);
        } catch (DevToolsException.Refused moving) {
            why = "it moves from one document to another.";
        }
        checkNetwork(late);
        return failure(why, late);
    }

    /** For a page of which nothing has come. */
    RenderException unanswered(DevToolsException.Late late) throws DevToolsException, InterruptedException {
        return halted("its server has not answered.", late);
    }

    /** Nothing is answered while a tab waits for its next document, so it must no longer wait. */
    private RenderException halted(String why, DevToolsException.Late late)
            throws DevToolsException, InterruptedException {
        Deadline grace = Deadline.in(GRACE);
        try {
            tab.call("Page.stopLoading", DevTools.params(), grace);
            tab.settle(grace);
        } catch (DevToolsException.Late silent) {
            throw late;
        }
        checkNetwork(late);
        return failure(why, late);
    }

    /** Cookies are kept by the process that all requests go through: when that hangs, no page of this browser loads. */
    private void checkNetwork(DevToolsException.Late late) throws DevToolsException, InterruptedException {
        try {
            tab.call("Network.getCookies", DevTools.params(), Deadline.in(GRACE));
        } catch (DevToolsException.Late silent) {
            throw late;
        }
    }

    private String why(JsonNode page) {
        String loading = page.path("loading").asString("");
        return switch (page.path("missing").asString("")) {
            case "load" -> "it is still loading" + (loading.isEmpty() ? "." : ": " + loading);
            case "selector" ->
                quietly("nothing on it matches wait.selector, \""
                        + spec.waiting().selector() + "\".");
            case "expression" -> quietly("wait.expression is not true." + thrown(page));
            case "signal" ->
                quietly("it never said so: it has no element with the id \""
                        + spec.waiting().readyElement() + "\". ScreenshotReady() adds one.");
            case "fonts" -> "its fonts are still loading.";
            default -> quietly("it is always about to change.");
        };
    }

    private String quietly(String why) {
        return readiness.quiet().isQuiet() ? why : "its network was never quiet for half a second.";
    }

    private static String thrown(JsonNode page) {
        String thrown = page.path("thrown").asString("");
        return thrown.isEmpty() ? "" : " It throws " + thrown + ".";
    }

    private RenderException failure(String why, DevToolsException.Late late) {
        return new RenderException(
                FailureCode.TIMEOUT,
                "The page was not ready within "
                        + readiness.deadline().granted().toMillis() + " ms: " + why,
                late);
    }
}
