package io.renderyard.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
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
}
