package io.renderyard.worker.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final List<Long> US = List.of(ProcessHandle.current().pid());
    private static final List<Long> NOBODY = List.of(Long.MAX_VALUE);

    @Test
    void aProcessTakesMemoryAndThreads() {
        assertThat(Usage.proportional(US)).isGreaterThan(10_000_000);
        assertThat(Usage.resident(US)).isGreaterThan(10_000_000);
        assertThat(Usage.tasks(US)).isGreaterThan(3);
    }

    /** The kernel's unit is a hundredth of a second. */
    @Test
    void aProcessTakesTheTimeThatTheMachineSaysItTook() {
        Duration told = ProcessHandle.current().info().totalCpuDuration().orElseThrow();

        assertThat(Usage.cpu(US)).isBetween(told.minusMillis(20), told.plusSeconds(20));
    }

    @Test
    void aProcessThatIsGoneTakesNothing() {
        assertThat(Usage.cpu(NOBODY)).isZero();
        assertThat(Usage.proportional(NOBODY)).isZero();
        assertThat(Usage.resident(NOBODY)).isZero();
        assertThat(Usage.tasks(NOBODY)).isZero();
    }
}
