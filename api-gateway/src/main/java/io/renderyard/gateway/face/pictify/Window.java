package io.renderyard.gateway.face.pictify;

import org.jspecify.annotations.Nullable;

/** Which part of a list of pictures is wanted; section 4.2. */
record Window(int limit, int offset) {
    private static final int USUAL = 30;
    private static final int MOST = 100;
    private static final int FARTHEST = 1_000_000;

    static Window of(@Nullable String limit, @Nullable String offset) {
        return new Window(
                Queries.number("limit", limit, USUAL, 1, MOST), Queries.number("offset", offset, 0, 0, FARTHEST));
    }
}
