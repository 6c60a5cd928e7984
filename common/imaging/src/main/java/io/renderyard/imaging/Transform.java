package io.renderyard.imaging;

import io.renderyard.imaging.crop.Crop;
import org.jspecify.annotations.Nullable;

/**
 * What is changed about a picture before it is written: first cropped, then resized. Both sides give exactly this size,
 * stretched if need be; one keeps the aspect ratio.
 *
 * @param crop all of it when null
 * @param width pixels, 1 to {@link #MAX_SIDE}
 * @param height as {@code width}
 */
public record Transform(
        @Nullable Crop crop,
        @Nullable Integer width,
        @Nullable Integer height) {
    public static final int MAX_SIDE = 5_000;
    public static final Transform NONE = new Transform(null, null, null);
}
