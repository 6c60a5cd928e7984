package io.renderyard.worker.retention;

import java.util.Locale;

/** What a round takes away, as its line and its counters name it. */
enum Removed {
    ARTIFACTS_EXPIRED,
    BYTES,
    ARTIFACTS,
    EVENTS,
    JOBS,
    BATCHES,
    KEYS,
    PAINTINGS,
    ORPHANS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
