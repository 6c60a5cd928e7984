package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** What the page is told; what is left out is as the browser has it. */
public record EnvironmentRequest(
        @Nullable @JsonPropertyDescription("light or dark: what prefers-color-scheme answers.")
        String colorScheme,

        @Nullable @JsonPropertyDescription("True: prefers-reduced-motion answers reduce.")
        Boolean reducedMotion,

        @Nullable @JsonPropertyDescription("screen (default) or print: which @media rules apply.")
        String mediaType,

        @Nullable @JsonPropertyDescription("Name of the IANA database, such as Europe/Berlin.")
        String timezone,

        @Nullable
        @JsonPropertyDescription("BCP 47, such as de-DE: the language asked for, the form of dates and numbers.")
        String locale,

        @Nullable
        @JsonPropertyDescription("Given to pages that ask where they are; without it they are refused. Needs a url.")
        Geolocation geolocation,

        @Nullable @JsonPropertyDescription("Sent with every request and read by scripts; up to 1000 ASCII characters.")
        String userAgent,

        @Nullable @JsonPropertyDescription("False: no script of the page runs. Default true.")
        Boolean javaScript) {
    static final EnvironmentRequest NOTHING = new EnvironmentRequest(null, null, null, null, null, null, null, null);

    /** A place on earth. */
    public record Geolocation(
            @Nullable @JsonPropertyDescription("Degrees, -90 to 90.")
            Double latitude,

            @Nullable @JsonPropertyDescription("Degrees, -180 to 180.")
            Double longitude,

            @Nullable @JsonPropertyDescription("Metres, 0 to 100000. Default 10.")
            Double accuracy) {}
}
