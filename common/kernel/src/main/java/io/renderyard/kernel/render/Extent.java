package io.renderyard.kernel.render;

import java.time.Duration;

/** How large a result is, in the measure of its kind. */
public sealed interface Extent {
    int width();

    int height();

    /** Pixels. */
    record Still(int width, int height) implements Extent {}

    /** Pixels, and the number of different pictures that are shown during {@code length}. */
    record Moving(int width, int height, int frames, Duration length) implements Extent {}

    /** Whole points of the first page, and the number of pages. */
    record Paged(int width, int height, int pages) implements Extent {}
}
