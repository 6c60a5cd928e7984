package io.renderyard.kernel.render;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the page is ready to be drawn: after all of this. Fonts and images are always waited for.
 *
 * @param until how far loading must have come
 * @param selector CSS selector that must match something
 * @param expression JavaScript that must be true
 * @param readyElement id of an element by which the page says itself that it is ready; the page may add it, or call
 *     {@code ScreenshotReady()}, which does
 * @param delay further time after all that
 * @param atMost for all of it together
 * @param onTimeout what happens when that time is over
 * @param refuse what makes the render fail although there would be a picture
 */
public record Waiting(
        Arrival until,
        @Nullable String selector,
        @Nullable String expression,
        @Nullable String readyElement,
        Duration delay,
        Duration atMost,
        OnTimeout onTimeout,
        Set<Defect> refuse) {
    /** Bounds what callers may ask for. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    public static final Waiting PLAIN = new Waiting(
            Arrival.LOADED, null, null, null, Duration.ZERO, Duration.ofSeconds(25), OnTimeout.FAIL, Set.of());

    /** How far a page has come. */
    public enum Arrival {
        /** Its load event has fired. */
        LOADED,
        /** And half a second has passed without a request under way. */
        NETWORK_QUIET
    }

    /** When the page was not ready in time. */
    public enum OnTimeout {
        FAIL,
        /** Draws what is there. */
        CAPTURE
    }

    /** What some callers do not want to see a picture of. */
    public enum Defect {
        /** The page's own answer has an HTTP status of 400 or more. */
        HTTP_ERROR,
        /** The console shows an error, or a script threw one. */
        CONSOLE_ERROR,
        /** Something that the page wanted could not be loaded. */
        FAILED_RESOURCE
    }

    public Waiting {
        refuse = Set.copyOf(refuse);
    }
}
