package io.renderyard.gateway.face.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.dialect.yard.UsagePage;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.Interval;
import io.renderyard.kernel.usage.RenderCount;
import io.renderyard.kernel.usage.RenderUsage;
import io.renderyard.process.web.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is 20 November 2026. */
class RenderUsageControllerTest {
    private static final TenantId ME = new TenantId(new UUID(0, 1));
    private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");

    /** One render at the beginning of what is asked for. */
    private static final class OneRender implements RenderUsage {
        @Override
        public List<RenderCount> count(TenantId tenant, Interval interval, Instant since) {
            assertThat(tenant).isEqualTo(ME);
            return List.of(new RenderCount(since, 3, 2, 1));
        }

        @Override
        public int fold() {
            throw new AssertionError("not asked to");
        }
    }

    private static UsagePage count(@Nullable String interval, @Nullable String since) {
        return Objects.requireNonNull(new RenderUsageController(new OneRender(), InstantSource.fixed(NOW))
                .count(ME, interval, since)
                .getBody());
    }

    @ParameterizedTest
    @CsvSource({
        "hour, , hour, 2026-11-17T11:00:00Z",
        ", , day, 2026-09-22T00:00:00Z",
        "day, '', day, 2026-09-22T00:00:00Z",
        "month, , month, 2025-12-01T00:00:00Z",
        "hour, 2026-11-20T09:59:59Z, hour, 2026-11-20T09:00:00Z",
        "day, 2026-11-20T00:30:00+01:00, day, 2026-11-19T00:00:00Z",
        "month, 2026-02-28T23:59:59Z, month, 2026-02-01T00:00:00Z",
        "day, 2027-01-01T00:00:00Z, day, 2027-01-01T00:00:00Z"
    })
    void itBeginsWithTheIntervalThatIsAskedFor(
            @Nullable String interval, @Nullable String since, String counted, Instant from) {
        UsagePage page = count(interval, since);

        assertThat(page.interval()).isEqualTo(counted);
        assertThat(page.since()).isEqualTo(from);
        assertThat(page.counts()).containsExactly(new UsagePage.Count(from, 3, 2, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "week, 2026-11-01T00:00:00Z, interval",
        "HOUR, 2026-11-01T00:00:00Z, interval",
        "day, yesterday, since",
        "day, 2026-11-01, since",
        "hour, 2026-01-01T00:00:00Z, since"
    })
    void whatIsWrongIsNamed(String interval, String since, String field) {
        assertThatThrownBy(() -> count(interval, since))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }

    @Test
    void aThousandIntervalsMayBeAskedFor() {
        assertThat(count("month", "1943-08-01T00:00:00Z").counts()).hasSize(1);
    }
}
