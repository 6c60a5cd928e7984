package io.renderyard.worker.browser;

import org.jspecify.annotations.Nullable;

/** The place of one browser. Whoever took it out of the free ones may change what is in it, nobody else. */
final class Slot {
    /** Null while one is being started. */
    @Nullable
    volatile Browser browser;

    /** Running and waiting for the end of the render that its predecessor draws. */
    @Nullable
    volatile Successor successor;

    record Successor(Browser browser, Recycling.Reason reason) {}
}
