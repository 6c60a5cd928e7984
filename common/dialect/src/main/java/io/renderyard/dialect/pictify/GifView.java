package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.render.Extent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A moving picture; section 5.1.
 *
 * @param animationLength milliseconds; {@code duration} is the same
 * @param durationSeconds the same in seconds, since the sources do not agree on the unit
 * @param size bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GifView(
        String url,
        String uid,
        String id,
        int width,
        int height,
        long animationLength,
        long duration,
        double durationSeconds,
        int frameCount,
        @Nullable Double framesPerSecond,
        @Nullable String quality,
        long size,
        String createdAt) {
    private static final double MILLIS = 1_000.0;

    /** @param quality word for it; null when it is not known */
    public static GifView of(ArtifactCatalogue.Entry entry, @Nullable String quality, ApiLinks links) {
        ImageView image = ImageView.of(entry, links);
        Extent extent = entry.artifact().extent();
        boolean moves = extent instanceof Extent.Moving;
        Duration length = extent instanceof Extent.Moving moving ? moving.length() : Duration.ZERO;
        int frames = extent instanceof Extent.Moving moving ? moving.frames() : 1;
        return new GifView(
                image.url(),
                image.id(),
                image.id(),
                image.width(),
                image.height(),
                length.toMillis(),
                length.toMillis(),
                length.toMillis() / MILLIS,
                frames,
                moves && !length.isZero() ? frames * MILLIS / length.toMillis() : null,
                quality,
                image.size(),
                image.createdAt());
    }
}
