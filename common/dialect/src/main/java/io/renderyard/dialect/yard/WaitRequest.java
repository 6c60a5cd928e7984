package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the page is ready. Fonts and images are always waited for. */
public record WaitRequest(
        @Nullable
        @JsonPropertyDescription(
                "load (default), or network_quiet: and half a second has passed without a request under way.")
        String until,

        @Nullable @JsonPropertyDescription("CSS selector that must match something; up to 2000 characters.")
        String selector,

        @Nullable @JsonPropertyDescription("JavaScript that must be true; up to 10000 characters.")
        String expression,

        @Nullable
        @JsonPropertyDescription("Id of an element by which the page says that it is ready; it adds the element,"
                + " or calls ScreenshotReady(), which does. Up to 256 characters.")
        String ready,

        @Nullable @JsonPropertyDescription("Milliseconds after all that, 0 to 30000 and less than atMost. Default 0.")
        Integer delay,

        @Nullable @JsonPropertyDescription("Milliseconds for all of it together, 1 to 60000. Default 25000.")
        Integer atMost,

        @Nullable @JsonPropertyDescription("When that time is over: fail (default), or capture what is there.")
        String onTimeout,

        @Nullable
        @JsonPropertyDescription("What makes the job fail although there would be a picture: http_error (the page's"
                + " own status is 400 or more), console_error, failed_resource.")
        List<@Nullable String> failOn) {
    static final WaitRequest NOTHING = new WaitRequest(null, null, null, null, null, null, null, null);
}
