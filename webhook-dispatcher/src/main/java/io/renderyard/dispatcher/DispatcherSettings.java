package io.renderyard.dispatcher;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code renderyard.dispatcher}.
 *
 * @param gaps time between the attempts of a delivery; one attempt more than there are gaps
 * @param deliveries deliveries under way at once
 * @param sweepEvery time between two rounds of the chores
 */
@ConfigurationProperties(prefix = "renderyard.dispatcher", ignoreUnknownFields = false)
public record DispatcherSettings(
        @DefaultValue({"10s", "1m", "5m", "30m", "2h", "6h", "24h"})
        List<Duration> gaps,

        @DefaultValue("64") int deliveries,
        @DefaultValue("500ms") Duration sweepEvery) {

    public DispatcherSettings {
        if (gaps.size() < 4) {
            throw new IllegalArgumentException(
                    "renderyard.dispatcher.gaps must name at least 4 gaps, since a delivery has at least 5 attempts");
        }
    }
}
