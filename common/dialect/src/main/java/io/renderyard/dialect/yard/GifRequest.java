package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** A picture that moves. */
public record GifRequest(
        @Nullable @JsonPropertyDescription("Frames per second, 1 to 50. Default 15.")
        Double fps,

        @Nullable
        @JsonPropertyDescription("Milliseconds of the page's time, 100 to 30000. Default: one round of its animations.")
        Integer duration,

        @Nullable
        @JsonPropertyDescription("Without duration: the longest that may be found out from the page, in"
                + " milliseconds, 100 to 30000. Default 10000.")
        Integer maxDuration,

        @Nullable
        @JsonPropertyDescription("timeline: CSS and Web Animations are set to the time of each frame, the same"
                + " frames every run. recording: the page runs and is captured as it does. auto (default): timeline when the"
                + " page has such animations, else recording.")
        String motion,

        @Nullable @JsonPropertyDescription("Colours of the palette, 2 to 256. Default 256.")
        Integer colors,

        @Nullable @JsonPropertyDescription("How often it is shown, 0 to 65535; 0 (default) is for ever.")
        Integer loops) {
    static final GifRequest NOTHING = new GifRequest(null, null, null, null, null, null);
}
