package io.renderyard.models.studio;

import java.time.Duration;

/**
 * How many may be at a provider at the same time: half as many after each time it said that it was too much, twice as
 * many after each while in which it did not.
 */
final class Window {
    /** Those that were turned away together halve it once. */
    private static final long TOGETHER = Duration.ofSeconds(2).toNanos();

    private static final long WHILE = Duration.ofSeconds(20).toNanos();

    private final int full;
    private int open;
    private long changed;

    Window(int full) {
        this.full = full;
        open = full;
    }

    int open(long now) {
        while (open < full && now - changed >= WHILE) {
            open = Math.min(full, open * 2);
            changed += WHILE;
        }
        return open;
    }

    void shrink(long now) {
        int before = open(now);
        if (before == full || now - changed >= TOGETHER) {
            open = Math.max(1, before / 2);
            changed = now;
        }
    }
}
