package io.renderyard.process.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.limit.Level;
import io.renderyard.kernel.limit.RequestClass;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.limit.LimitSettings.Limit;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RateLimitsTest {
    private final PlayedRates rates = new PlayedRates();

    private Level submit(LimitSettings settings, int key) {
        return limits(settings).take(key(key), RequestClass.SUBMISSIONS);
    }

    private RateLimits limits(LimitSettings settings) {
        return new RateLimits(settings, rates, () -> Instant.EPOCH);
    }

    private static Credential key(int number) {
        return new Credential(new UUID(7, number), new TenantId(new UUID(1, 1)), Set.of(), false);
    }

    private static LimitSettings submissions(
            @Nullable Integer burst, @Nullable Integer perSecond, @Nullable Integer perMinute) {
        return new LimitSettings(new Limit(burst, perSecond, perMinute), Limit.NONE);
    }

    @Test
    void nothingSetIsNoLimitAndAsksNobody() {
        LimitSettings bound = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("renderyard.limits", LimitSettings.class);
        RateLimits limits = new RateLimits(
                bound,
                (caller, requests, rate) -> {
                    throw new AssertionError("asked");
                },
                () -> Instant.EPOCH);

        for (RequestClass requests : RequestClass.values()) {
            assertThat(limits.take(key(1), requests)).isEqualTo(Level.unlimited(Instant.EPOCH));
        }
    }

    @Test
    void eachKeyAndEachClassIsCountedForItself() {
        LimitSettings settings = submissions(2, 1, null);

        assertThat(submit(settings, 1).remaining()).isEqualTo(1);
        assertThat(submit(settings, 1).remaining()).isZero();
        assertThat(submit(settings, 1).taken()).isFalse();
        assertThat(submit(settings, 2).taken()).isTrue();
        assertThat(limits(settings).take(key(1), RequestClass.POLLS).taken()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"5, 1, , 5, 1000", "5, , 120, 5, 500", ", 10, , 10, 100", ", , 100, 100, 600"})
    void aBurstIsWhatComesFreeAgainInTheTimeOfTheRate(
            @Nullable Integer burst, @Nullable Integer perSecond, @Nullable Integer perMinute, int limit, int millis) {
        Level level = submit(submissions(burst, perSecond, perMinute), 1);

        assertThat(level.limit()).isEqualTo(limit);
        assertThat(level.untilFull()).hasMillis(millis);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, , renderyard.limits.submissions.burst",
        "1, 0, , renderyard.limits.submissions.per-second",
        "1, , 0, renderyard.limits.submissions.per-minute",
        "1, 1000001, , renderyard.limits.submissions.per-second",
        "1, 1, 1, renderyard.limits.submissions.per-second and .per-minute",
        "1, , , renderyard.limits.submissions.burst"
    })
    void whatIsNoRateIsRefusedByName(
            @Nullable Integer burst, @Nullable Integer perSecond, @Nullable Integer perMinute, String named) {
        assertThatThrownBy(() -> submissions(burst, perSecond, perMinute)).hasMessageContaining(named);
    }
}
