package io.renderyard.worker.cell;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void limitsUnderWhichNoBrowserStartsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(100_000_000, 1_000))
                .withMessageContaining("256 MB");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1_000_000_000, 20))
                .withMessageContaining("150 threads");
    }
}
