package io.renderyard.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    @Test
    void aLaterIdSortsAfterAnEarlierOne() {
        Random random = new Random(7);
        UUID early = new TimeOrderedIds(InstantSource.fixed(Instant.ofEpochMilli(1_000)), random).next();
        UUID late = new TimeOrderedIds(InstantSource.fixed(Instant.ofEpochMilli(1_001)), random).next();

        assertThat(early.toString()).isLessThan(late.toString());
        assertThat(early.version()).isEqualTo(7);
        assertThat(early.variant()).isEqualTo(2);
    }

    @Test
    void idsOfOneMillisecondSortInTheOrderTheyWereMade() {
        TimeOrderedIds ids = new TimeOrderedIds(InstantSource.fixed(Instant.ofEpochMilli(1_000)), new Random(7));
        List<String> made =
                Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aClockThatGoesBackDoesNotTurnTheOrder() {
        Iterator<Long> clock = List.of(1_000L, 400L).iterator();
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.ofEpochMilli(clock.next()), new Random(7));
        String early = ids.next().toString();

        assertThat(ids.next().toString()).isGreaterThan(early);
    }
}
