package io.renderyard.dialect.yard;

import org.jspecify.annotations.Nullable;

/** What the head of a batch says beside what a job's request may say. */
record BatchOptions(
        @Nullable Integer concurrency,
        @Nullable String priority,
        @Nullable Webhook webhook) {

    /**
     * Where events go.
     *
     * @param on item, batch or digest
     */
    record Webhook(
            @Nullable String url,
            @Nullable String on,
            @Nullable Integer digestSeconds) {}
}
