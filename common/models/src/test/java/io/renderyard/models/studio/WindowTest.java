package io.renderyard.models.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final long START = TimeUnit.DAYS.toNanos(-1);

    private final Window window = new Window(9);

    @Test
    void itHalvesAtMostOnceForThoseThatWereTurnedAwayTogether() {
        window.shrink(at(0));
        window.shrink(at(1));
        assertThat(window.open(at(1))).isEqualTo(4);

        window.shrink(at(2));
        assertThat(window.open(at(2))).isEqualTo(2);
    }

    @Test
    void oneMayAlwaysEnter() {
        for (int times = 0; times < 10; times++) {
            window.shrink(at(3L * times));
        }
        assertThat(window.open(at(30))).isEqualTo(1);
    }

    @Test
    void itGrowsBackStepByStep() {
        window.shrink(at(0));
        window.shrink(at(5));

        assertThat(window.open(at(24))).isEqualTo(2);
        assertThat(window.open(at(25))).isEqualTo(4);
        assertThat(window.open(at(45))).isEqualTo(8);
        assertThat(window.open(at(1_000))).isEqualTo(9);
    }

    private static long at(long seconds) {
        return START + TimeUnit.SECONDS.toNanos(seconds);
    }
}
