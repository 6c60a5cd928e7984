package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeTest {
    @Test
    void whatGrowsEvenlyGrowsByThat() {
        assertThat(Slope.of(List.of(10L, 13L, 16L, 19L))).isEqualTo(3);
    }

    @Test
    void oneOddSampleChangesLittle() {
        assertThat(Slope.of(List.of(0L, 0L, 0L, 1_000L, 0L, 0L, 0L))).isZero();
        assertThat(Slope.of(List.of(0L, 2L, 4L, 900L, 8L, 10L, 12L))).isEqualTo(2);
    }
}
