package io.renderyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class WorkerSettingsTest {
    private static WorkerSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("renderyard.worker", WorkerSettings.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 3", "8, 8"})
    void aSingleSlotHasASecondBrowserBesideItForHeavyWork(int slots, int browsers) {
        assertThat(bound(Map.of("renderyard.worker.slots", "" + slots)).browsers())
                .isEqualTo(browsers);
    }

    @Test
    void aPageHasLimitsUnlessToldOtherwise() {
        WorkerSettings.Browser browser = bound(Map.of()).browser();

        assertThat(browser.requests()).isEqualTo(2_000);
        assertThat(browser.traffic()).isEqualTo(DataSize.ofMegabytes(256));
    }

    @ParameterizedTest
    @CsvSource({"requests, 0", "requests, -5", "traffic, 0", "traffic, -1MB"})
    void aPageThatMayHaveNothingStopsTheStart(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("renderyard.worker.browser." + name, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("renderyard.worker.browser." + name + " must be at least 1");
    }
}
