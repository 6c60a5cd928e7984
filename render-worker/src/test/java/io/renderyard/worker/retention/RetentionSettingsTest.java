package io.renderyard.worker.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionSettingsTest {
    static RetentionSettings defaults() {
        return bound(Map.of());
    }

    private static RetentionSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("renderyard.retention", RetentionSettings.class);
    }

    @Test
    void picturesAreKeptForAMonthAndJobsForThree() {
        assertThat(defaults())
                .isEqualTo(new RetentionSettings(
                        Duration.ofDays(30),
                        Duration.ofDays(90),
                        Duration.ofDays(90),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({"artifacts, 119m, 2h", "jobs, 23h, 24h", "events, 59m, 1h", "every, 0s, 1s", "orphans-after, 29m, 30m"})
    void anAgeThatWouldTakeWhatIsNeededStopsTheStart(String name, String value, String least) {
        assertThatThrownBy(() -> bound(Map.of("renderyard.retention." + name, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("renderyard.retention." + name + " must be at least " + least + ", since ");
    }

    @Test
    void eventsGoNoLaterThanTheirJobs() {
        assertThatThrownBy(() -> bound(Map.of("renderyard.retention.events", "91d")))
                .rootCause()
                .hasMessageContaining("renderyard.retention.events must not be more than renderyard.retention.jobs")
                .hasMessageContaining("7862400s and 7776000s");
    }
}
