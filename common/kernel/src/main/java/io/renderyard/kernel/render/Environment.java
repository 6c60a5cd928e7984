package io.renderyard.kernel.render;

import org.jspecify.annotations.Nullable;

/**
 * What the page is told about the world around it. What is null is as the browser has it.
 *
 * @param timezone name of the IANA database, such as {@code Europe/Berlin}
 * @param locale BCP 47, such as {@code de-DE}: the language asked for and the form of dates and numbers
 * @param geolocation given to pages that ask where they are; the others are refused
 * @param userAgent sent with every request, and what scripts read
 * @param javaScript false: no script of the page runs
 */
public record Environment(
        @Nullable ColorScheme colorScheme,
        boolean reducedMotion,
        MediaType mediaType,
        @Nullable String timezone,
        @Nullable String locale,
        @Nullable Geolocation geolocation,
        @Nullable String userAgent,
        boolean javaScript) {
    public static final Environment PLAIN =
            new Environment(null, false, MediaType.SCREEN, null, null, null, null, true);

    /** What {@code prefers-color-scheme} answers. */
    public enum ColorScheme {
        LIGHT,
        DARK
    }

    /** Which {@code @media} rules apply. */
    public enum MediaType {
        SCREEN,
        PRINT
    }

    /**
     * A place on earth.
     *
     * @param latitude degrees, -90 to 90
     * @param longitude degrees, -180 to 180
     * @param accuracy metres
     */
    public record Geolocation(double latitude, double longitude, double accuracy) {}
}
