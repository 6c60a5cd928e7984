package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.worker.rendering.RenderException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Waits until a page has loaded, its fonts and images are there, and what the submission waits for has happened.
 * Decoding is left to the capture, which waits for it (see {@link ChromeFlags}): a picture decoded ahead is sometimes
 * scaled from another copy, and then differs by a shade.
 *
 * @param deadline for all waiting together
 */
record Readiness(RenderSpec spec, NetworkQuiet quiet, Deadline deadline) {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    /**
     * Asks at once, so that the question is in the browser before the page is. One question is enough when nothing has
     * to be done from outside between load and picture.
     */
    CompletableFuture<Answer> ask(Tab tab) {
        return tab.evaluateLater(
                isOneQuestion() ? question().all(false) : question().loaded());
    }

    /** True when a page that has answered {@link #ask} is ready, unless somebody changes it. */
    boolean isOneQuestion() {
        return spec.waiting().until() == Waiting.Arrival.LOADED
                && spec.waiting().delay().isZero()
                && !isScrolled()
                && !isAddedTo();
    }

    private boolean isScrolled() {
        return spec.framing().area() instanceof Area.FullPage
                && spec.environment().javaScript();
    }

    /** True when something may be added after load; then the conditions are for the page with that. */
    private boolean isAddedTo() {
        Additions additions = spec.additions();
        return !spec.traffic().equals(Traffic.PLAIN)
                || spec.source() instanceof Source.Url && !additions.equals(Additions.NONE)
                || additions.script() != null
                || additions.emoji() != Additions.Emoji.NATIVE;
    }

    /** Waits for the answer, and asks again when the page moved to another document meanwhile. */
    JsonNode page(Tab tab, CompletableFuture<Answer> asked)
            throws DevToolsException, RenderException, InterruptedException {
        return answer(
                tab, asked, isOneQuestion() ? question().all(false) : question().loaded());
    }

    /** Waits for what is still to come after load and whatever was added then. */
    JsonNode rest(Tab tab) throws DevToolsException, RenderException, InterruptedException {
        quiet.await(tab, deadline);
        Duration delay = spec.waiting().delay();
        if (!delay.isZero() || isScrolled()) {
            answer(tab, question().conditions());
            pause(tab, delay);
        }
        boolean scrolled = isScrolled() && ScrollPass.over(tab, deadline);
        LOG.trace("The page was scrolled: {}", scrolled);
        return answer(tab, question().all(true));
    }

    /** A delay is not something that can fail to come: it ends with the time there is. */
    private void pause(Tab tab, Duration delay) throws DevToolsException, InterruptedException {
        Duration left = Duration.ofNanos(deadline.nanosLeft()).dividedBy(10).multipliedBy(9);
        tab.live(delay.compareTo(left) < 0 ? delay : left, deadline);
    }

    /** What the page shows when it is no longer waited for. */
    JsonNode asItIs(Tab tab, Deadline last) throws DevToolsException, RenderException, InterruptedException {
        String question = question().asItIs();
        return new Readiness(spec, quiet, last).answer(tab, question);
    }

    private JsonNode answer(Tab tab, String question) throws DevToolsException, RenderException, InterruptedException {
        return answer(tab, tab.evaluateLater(question), question);
    }

    private JsonNode answer(Tab tab, CompletableFuture<Answer> asked, String question)
            throws DevToolsException, RenderException, InterruptedException {
        CompletableFuture<Answer> answer = asked;
        while (true) {
            try {
                return checked(tab.await(answer, "waiting for the page", deadline));
            } catch (DevToolsException.Refused e) {
                if (!e.isForAnotherDocument()) {
                    throw e;
                }
                answer = tab.evaluateLater(question);
            }
        }
    }

    private JsonNode checked(Answer answer) throws RenderException {
        JsonNode page = Tab.value(answer);
        if (page.path("problem").asString("").equals("selector")) {
            throw new RenderException(
                    FailureCode.SELECTOR_NOT_FOUND,
                    "wait.selector, \"" + spec.waiting().selector() + "\", is not a CSS selector.");
        }
        if (page.has("broken")) {
            LOG.debug("The page broke the waiting for it: {}", page.path("broken"));
        }
        String thrown = answer.part("result")
                .path("exceptionDetails")
                .path("exception")
                .path("description")
                .asString("");
        if (thrown.startsWith("SyntaxError") && spec.waiting().expression() != null) {
            throw new RenderException(
                    FailureCode.SCRIPT_FAILED,
                    "wait.expression is not a JavaScript expression: "
                            + thrown.lines().findFirst().orElse(thrown) + ".");
        }
        return page;
    }

    private Question question() {
        return new Question(spec);
    }
}
