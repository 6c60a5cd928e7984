package io.renderyard.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.renderyard.dispatcher.DispatcherSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryScheduleTest {
    private static final List<Duration> GAPS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    /** Without jitter. */
    private final DeliverySchedule schedule = schedule(() -> 0L);

    @Test
    void eachAttemptHasItsGapAndTheLastHasNone() {
        for (int attempt = 1; attempt <= GAPS.size(); attempt++) {
            assertThat(gap(schedule, attempt, Optional.empty())).contains(GAPS.get(attempt - 1));
        }
        assertThat(gap(schedule, GAPS.size() + 1, Optional.empty())).isEmpty();
        assertThat(gap(schedule, 1_000, Optional.of(Duration.ofSeconds(1)))).isEmpty();
    }

    @Test
    void theEndpointMayAskForMoreTimeButNotForLess() {
        assertThat(gap(schedule, 1, Optional.of(Duration.ofMinutes(3)))).contains(Duration.ofMinutes(3));
        assertThat(gap(schedule, 1, Optional.of(Duration.ZERO))).contains(GAPS.getFirst());
        assertThat(gap(schedule, 1, Optional.of(Duration.ofDays(365)))).contains(Duration.ofHours(24));
    }

    @Test
    void thoseThatFailTogetherDoNotComeBackTogether() {
        DeliverySchedule jittered = schedule(new Random(7));

        List<Duration> gaps = IntStream.range(0, 1_000)
                .mapToObj(i -> gap(jittered, 2, Optional.empty()).orElseThrow())
                .toList();

        assertThat(gaps).allSatisfy(gap -> assertThat(gap).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(66)));
        assertThat(gaps.stream().distinct().count()).isGreaterThan(500);
    }

    @Test
    void aScheduleWithTooFewAttemptsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DispatcherSettings(GAPS.subList(0, 3), 1, Duration.ofSeconds(1)))
                .withMessageContaining("renderyard.dispatcher.gaps");
    }

    private static DeliverySchedule schedule(RandomGenerator random) {
        return new DeliverySchedule(GAPS, random);
    }

    /** Empty when there is no further attempt. */
    private static Optional<Duration> gap(DeliverySchedule schedule, int attempt, Optional<Duration> asked) {
        return switch (schedule.after(attempt, asked)) {
            case DeliveryTerms.Again(Duration gap) -> Optional.of(gap);
            case DeliveryTerms.Never _ -> Optional.empty();
        };
    }
}
