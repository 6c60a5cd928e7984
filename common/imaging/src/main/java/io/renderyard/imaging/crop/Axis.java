package io.renderyard.imaging.crop;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of one axis: a start, a start and an end, a start and a size, a size with or without an origin, or nothing,
 * which is all of it.
 *
 * @param start first pixel that is kept
 * @param end first pixel after it that is not
 * @param size at least 1 pixel
 * @param origin places a size without a start, or what an aspect ratio derives; {@link Origin#START} when null
 */
public record Axis(
        @Nullable Length start,
        @Nullable Length end,
        @Nullable Length size,
        @Nullable Origin origin) {
    public static final Axis WHOLE = new Axis(null, null, null, null);

    boolean given() {
        return start != null || end != null || size != null;
    }

    Origin placed() {
        return origin == null ? Origin.START : origin;
    }
}
