package io.renderyard.models.studio;

import io.renderyard.models.ModelFailure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** How long to wait before asking again when nobody said so. */
final class Gap {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LEAST = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration LONGEST_POLL = Duration.ofSeconds(5);

    private Gap() {}

    /**
     * Doubles from one second to half a minute; less by up to a half, so that those who failed together do not come
     * together.
     *
     * @param failures in a row, at least 1
     */
    static Duration after(int failures) {
        long full = FIRST.toNanos() << Math.min(failures - 1, MOST_DOUBLINGS);
        return Duration.ofNanos(full - ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    /** As the provider asked, unless it asked for so little that it would be hammered; then our own. */
    static Duration asked(ModelFailure failure, Supplier<Duration> ours) {
        return failure.retryAfter().filter(asked -> asked.compareTo(LEAST) >= 0).orElseGet(ours);
    }

    /** Half as long again as the last between two polls, up to 5 s unless the provider asked for more. */
    static Duration longer(Duration last, Duration asked) {
        Duration next = last.multipliedBy(3).dividedBy(2);
        Duration most = asked.compareTo(LONGEST_POLL) > 0 ? asked : LONGEST_POLL;
        Duration bounded = next.compareTo(most) > 0 ? most : next;
        return bounded.compareTo(asked) < 0 ? asked : bounded;
    }
}
