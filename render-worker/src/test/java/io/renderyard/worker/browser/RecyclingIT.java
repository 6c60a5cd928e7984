package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.worker.cell.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecyclingIT {
    private static final Duration LONG = Duration.ofDays(1);
    private static final long MUCH = Limits.USUAL.memory() - 1;

    @TempDir
    Path runFolder;

    @ParameterizedTest
    @EnumSource
    void noRenderIsLostWhileBrowsersAreReplaced(Recycling.Reason reason) throws Exception {
        Recycling recycling = switch (reason) {
            case MEMORY -> new Recycling(1_000_000, LONG, Integer.MAX_VALUE);
            case AGE -> new Recycling(MUCH, Duration.ofSeconds(3), Integer.MAX_VALUE);
            case RENDERS -> new Recycling(MUCH, LONG, 5);
        };
        BrowserFleet fleet = Fleets.of(2, runFolder, Map.of(), Limits.USUAL, recycling);
        try (fleet) {
            drawUntil(fleet, () -> fleet.recycled(reason) >= 2);

            assertThat(fleet.restarts()).isZero();
        }
        assertThat(fleet.started()).isGreaterThanOrEqualTo(4).isEqualTo(fleet.reaped());
        assertThat(runFolder).doesNotExist();
    }

    /** An idle fleet is recycled by age too. */
    private static void drawUntil(BrowserFleet fleet, BooleanSupplier enough) {
        await().atMost(ENOUGH).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(Fleets.picture(fleet, html("<p>still here")).extent().width())
                    .isEqualTo(200);
            return enough.getAsBoolean();
        });
    }
}
