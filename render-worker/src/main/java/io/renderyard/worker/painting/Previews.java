package io.renderyard.worker.painting;

import org.jspecify.annotations.Nullable;

/** The built-in painter: makes a page of words, to be drawn by a browser. */
@FunctionalInterface
interface Previews {
    /** @param referenceOrNull address of the picture to go by, with its bytes in it */
    String page(Order order, @Nullable String referenceOrNull);
}
