package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;

/**
 * The answer to {@code POST /gif}: the picture by itself, and its members beside it for readers of the flat shape.
 *
 * @param gif the picture
 * @param flat the same
 * @param meta how long it took
 */
public record GifMade(
        GifView gif,
        @JsonUnwrapped GifView flat,
        @JsonProperty("_meta") Meta meta,
        GifView metadata) {
    /** @param processingTime milliseconds */
    public record Meta(long processingTime) {}

    public static GifMade of(GifView gif, Duration took) {
        return new GifMade(gif, gif, new Meta(took.toMillis()), gif);
    }
}
