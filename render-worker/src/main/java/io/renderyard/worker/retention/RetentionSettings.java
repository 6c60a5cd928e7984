package io.renderyard.worker.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * Settings under {@code renderyard.retention}.
 *
 * @param artifacts how long a picture is kept after a job was last given it
 * @param jobs how long a finished job is kept, and a finished batch with its items
 * @param events how long an event is kept, with its deliveries
 * @param every time between two rounds
 * @param orphansAfter how old bytes must be that belong to nobody, and time between two looks for them
 */
@ConfigurationProperties(prefix = "renderyard.retention", ignoreUnknownFields = false)
record RetentionSettings(
        @DefaultValue("30d") Duration artifacts,
        @DefaultValue("90d") Duration jobs,
        @DefaultValue("90d") Duration events,
        @DefaultValue("1m") Duration every,
        @DefaultValue("1h") Duration orphansAfter) {

    RetentionSettings {
        atLeast("artifacts", artifacts, "2h", "since a job may be given a picture an hour after it was last looked at");
        atLeast("jobs", jobs, "24h", "since a client's idempotency key stands for its job that long");
        atLeast("events", events, "1h", "since whoever reads them needs time to");
        atLeast("every", every, "1s", "since a round asks the ledger");
        atLeast("orphans-after", orphansAfter, "30m", "since an attempt that long may still be under way");
        if (events.compareTo(jobs) > 0) {
            throw new IllegalArgumentException(
                    "renderyard.retention.events must not be more than renderyard.retention.jobs, since an event tells of a job"
                            + " that can be read; they are " + words(events) + " and " + words(jobs));
        }
    }

    private static void atLeast(String name, Duration value, String least, String why) {
        if (value.compareTo(DurationStyle.SIMPLE.parse(least)) < 0) {
            throw new IllegalArgumentException("renderyard.retention." + name + " must be at least " + least + ", "
                    + why + "; it is " + words(value));
        }
    }

    private static String words(Duration value) {
        return value.toSeconds() + "s";
    }
}
