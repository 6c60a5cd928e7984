package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.renderyard.worker.cell.Limits;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecyclingTest {
    private static final Recycling RECYCLING = new Recycling(500, Duration.ofHours(1), 10);

    @Test
    void aYoungSmallBrowserStays() {
        assertThat(RECYCLING.reason(499, Duration.ofMinutes(59), 9)).isNull();
    }

    @Test
    void eachOfTheThreeIsReasonEnough() {
        assertThat(RECYCLING.reason(500, Duration.ZERO, 0)).isEqualTo(Recycling.Reason.MEMORY);
        assertThat(RECYCLING.reason(0, Duration.ZERO, 10)).isEqualTo(Recycling.Reason.RENDERS);
        assertThat(RECYCLING.reason(0, Duration.ofHours(1), 0)).isEqualTo(Recycling.Reason.AGE);
    }

    @Test
    void recyclingComesBeforeTheLimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrowserSettings(
                        1,
                        Path.of("/x"),
                        Path.of("/x"),
                        "nobody",
                        Path.of("/run"),
                        new Limits(Recycling.USUAL.memory(), 1_000, Duration.ofMinutes(2)),
                        Recycling.USUAL))
                .withMessageContaining("has to be less");
    }

    @Test
    void neverRecyclingIsNotASetting() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recycling(0, Duration.ofHours(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recycling(1, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recycling(1, Duration.ofHours(1), 0));
    }
}
