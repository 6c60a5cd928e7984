package io.renderyard.worker.cell;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void limitsUnderWhichNoBrowserStartsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(100_000_000, 1_000, MINUTE))
                .withMessageContaining("256 MB");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1_000_000_000, 20, MINUTE))
                .withMessageContaining("150 threads");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1_000_000_000, 1_000, Duration.ofMillis(900)))
                .withMessageContaining("processor time");
    }
}
