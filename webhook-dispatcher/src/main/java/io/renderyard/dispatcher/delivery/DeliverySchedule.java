package io.renderyard.dispatcher.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a delivery that was not taken is tried again. */
public final class DeliverySchedule {
    /** Up to this part of a gap is added, so that many that failed together do not come back together. */
    private static final double JITTER = 0.1;

    private static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private final List<Duration> gaps;
    private final RandomGenerator random;

    /** @param gaps between attempts; one attempt more than there are gaps */
    public DeliverySchedule(List<Duration> gaps, RandomGenerator random) {
        this.gaps = List.copyOf(gaps);
        this.random = random;
    }

    /**
     * @param attempt the one that failed, from 1
     * @param asked how long the endpoint wants to be left alone, which may lengthen the gap but not shorten it
     */
    public DeliveryTerms.Next after(int attempt, Optional<Duration> asked) {
        if (attempt > gaps.size()) {
            return new DeliveryTerms.Never("");
        }
        Duration gap = gaps.get(attempt - 1);
        Duration jittered = gap.plusMillis((long) (gap.toMillis() * JITTER * random.nextDouble()));
        return new DeliveryTerms.Again(asked.map(wish -> wish.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wish)
                .filter(wish -> wish.compareTo(jittered) > 0)
                .orElse(jittered));
    }
}
