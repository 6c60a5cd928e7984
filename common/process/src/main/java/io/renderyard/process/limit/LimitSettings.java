package io.renderyard.process.limit;

import io.renderyard.kernel.limit.Rate;
import io.renderyard.kernel.limit.RequestClass;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code renderyard.limits}: how often one credential may ask. Nothing set is no limit.
 *
 * @param submissions requests that make or change something
 * @param polls all other requests
 */
@ConfigurationProperties(prefix = "renderyard.limits", ignoreUnknownFields = false)
public record LimitSettings(
        @DefaultValue Limit submissions, @DefaultValue Limit polls) {
    public LimitSettings {
        submissions.check("submissions");
        polls.check("polls");
    }

    /**
     * One of the two rates, or none of them.
     *
     * @param burst requests that may come at once; as many as come free again in the rate's time where it is not given
     * @param perSecond how many come free again in a second
     * @param perMinute how many come free again in a minute
     */
    public record Limit(
            @Nullable Integer burst,
            @Nullable Integer perSecond,
            @Nullable Integer perMinute) {
        /** No limit. */
        public static final Limit NONE = new Limit(null, null, null);

        private void check(String name) {
            String prefix = "renderyard.limits." + name;
            if (perSecond != null && perMinute != null) {
                throw new IllegalArgumentException(
                        prefix + ".per-second and .per-minute are both set; leave one of them out");
            }
            if (burst != null && perSecond == null && perMinute == null) {
                throw new IllegalArgumentException(
                        prefix + ".burst is set and limits nothing without .per-second or .per-minute");
            }
            positive(prefix + ".burst", burst);
            positive(prefix + ".per-second", perSecond);
            positive(prefix + ".per-minute", perMinute);
        }

        private static void positive(String name, @Nullable Integer value) {
            if (value != null && (value < 1 || value > 1_000_000)) {
                throw new IllegalArgumentException(name + " must be from 1 to 1000000; it is " + value);
            }
        }

        private Optional<Rate> rate() {
            return perSecond != null
                    ? Optional.of(rate(perSecond, Duration.ofSeconds(1)))
                    : Optional.ofNullable(perMinute).map(calls -> rate(calls, Duration.ofMinutes(1)));
        }

        private Rate rate(int calls, Duration time) {
            return Rate.of(burst == null ? calls : burst, calls, time);
        }
    }

    /** Empty where there is no limit. */
    Optional<Rate> rate(RequestClass requests) {
        return switch (requests) {
            case SUBMISSIONS -> submissions.rate();
            case POLLS -> polls.rate();
        };
    }
}
