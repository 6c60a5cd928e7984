package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.RenderException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Waits until a page has loaded, its fonts and images are there, and what the submission waits for has happened.
 * Decoding is left to the capture, which waits for it (see {@link ChromeFlags}): a picture decoded ahead is sometimes
 * scaled from another copy, and then differs by a shade.
 *
 * @param load knows of documents that will never say that they have loaded
 * @param deadline for all waiting together
 */
record Readiness(RenderSpec spec, NetworkQuiet quiet, LoadWatch load, Deadline deadline) {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    /**
     * Asks at once, so that the question is in the browser before the page is. One question is enough when nothing has
     * to be done from outside between load and picture.
     */
    CompletableFuture<Answer> ask(Tab tab) {
        return tab.evaluateLater(first().apply(question(false)));
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

    /** Waits for the answer. */
    JsonNode page(Tab tab, CompletableFuture<Answer> asked)
            throws DevToolsException, RenderException, InterruptedException {
        return answer(tab, asked, first());
    }

    private Function<Question, String> first() {
        return isOneQuestion() ? question -> question.all(false) : Question::loaded;
    }

    /** Waits for what is still to come after load and whatever was added then. */
    JsonNode rest(Tab tab) throws DevToolsException, RenderException, InterruptedException {
        quiet.await(tab, deadline);
        Duration delay = spec.waiting().delay();
        if (!delay.isZero() || isScrolled()) {
            answer(tab, Question::conditions);
            pause(tab, delay);
        }
        boolean scrolled = isScrolled() && ScrollPass.over(tab, deadline);
        LOG.trace("The page was scrolled: {}", scrolled);
        return answer(tab, question -> question.all(true));
    }

    /** A delay is not something that can fail to come: it ends with the time there is. */
    private void pause(Tab tab, Duration delay) throws DevToolsException, InterruptedException {
        Duration left = Duration.ofNanos(deadline.nanosLeft()).dividedBy(10).multipliedBy(9);
        tab.live(delay.compareTo(left) < 0 ? delay : left, deadline);
    }

    /** What the page shows when it is no longer waited for. */
    JsonNode asItIs(Tab tab, Deadline last) throws DevToolsException, RenderException, InterruptedException {
        return new Readiness(spec, quiet, load, last).answer(tab, Question::asItIs);
    }

    private JsonNode answer(Tab tab, Function<Question, String> question)
            throws DevToolsException, RenderException, InterruptedException {
        return answer(tab, tab.evaluateLater(question.apply(question(false))), question);
    }

    /** Asks again when the page moved to another document meanwhile, or when it is loading no more. */
    private JsonNode answer(Tab tab, CompletableFuture<Answer> asked, Function<Question, String> question)
            throws DevToolsException, RenderException, InterruptedException {
        CompletableFuture<Answer> answer = asked;
        boolean stopped = false;
        while (true) {
            try {
                CompletableFuture<Answer> stop = load.stop();
                Answer first =
                        tab.await(answer.applyToEither(stop, either -> either), "waiting for the page", deadline);
                load.check();
                boolean moved = load.hasMoved(tab, deadline);
                if (first != LoadWatch.STOPPED && !moved) {
                    return checked(first);
                }
                if (first == LoadWatch.STOPPED) {
                    load.seen(stop);
                }
                stopped = !moved;
            } catch (DevToolsException.Refused e) {
                if (!e.isForAnotherDocument()) {
                    throw e;
                }
                stopped = false;
            }
            answer = tab.evaluateLater(question.apply(question(stopped)));
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

    private Question question(boolean stopped) {
        return new Question(spec, stopped);
    }
}
