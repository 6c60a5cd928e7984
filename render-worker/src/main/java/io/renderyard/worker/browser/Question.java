package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Waiting;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page is asked while it is waited for; each is one expression whose promise's value is an object.
 *
 * @param stopped the page will not say that it has loaded; what is there of it is all
 */
record Question(RenderSpec spec, boolean stopped) {
    private static final String READY = PageScript.of("ready.js");

    /** Waits for load, fonts and images alone. */
    String loaded() {
        return ask(false, false, false, false);
    }

    /** Waits for the submission's conditions too. */
    String conditions() {
        return ask(false, true, true, false);
    }

    /**
     * Waits for everything, and stops what moves.
     *
     * @param changed the page was changed after it had loaded
     */
    String all(boolean changed) {
        return ask(false, true, changed, true);
    }

    /** Waits for nothing, and answers what is missing. */
    String missing() {
        return ask(true, true, true, false);
    }

    /** Waits for nothing, and stops what moves. */
    String asItIs() {
        return ask(true, false, true, true);
    }

    /** The conditions are always part of it, so that one that is no selector or no JavaScript is found out at once. */
    private String ask(boolean now, boolean conditions, boolean changed, boolean still) {
        Waiting waiting = spec.waiting();
        String expression = waiting.expression();
        return "(" + READY + ")({now: " + now + ", stopped: " + stopped + ", conditions: " + conditions + ", changed: "
                + changed
                + ", whole: " + !(spec.framing().area() instanceof Area.Window)
                + ", timers: " + spec.environment().javaScript()
                + ", selector: " + quoted(waiting.selector())
                // On lines of its own, so that a comment at its end takes nothing with it.
                + ", expression: " + (expression == null ? "null" : "async () => (\n" + expression + "\n)")
                + ", readyElement: " + quoted(waiting.readyElement())
                + ", still: (" + (still ? Stillness.of(spec.format()) : "null") + ")})";
    }

    private static String quoted(@Nullable String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
