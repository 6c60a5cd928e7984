package io.renderyard.process.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code renderyard.limits}: how often one credential may ask one process.
 *
 * @param submissions requests that make something
 * @param polls all other requests
 */
@ConfigurationProperties(prefix = "renderyard.limits", ignoreUnknownFields = false)
public record LimitSettings(
        @DefaultValue Submissions submissions, @DefaultValue Polls polls) {
    /** The default lets a script send hundreds at once. */
    public record Submissions(
            @DefaultValue("1000") int burst,
            @DefaultValue("100") int perSecond) {
        public Submissions {
            positive("submissions", burst, perSecond);
        }
    }

    /** The default lets a thousand jobs be looked at every five seconds. */
    public record Polls(
            @DefaultValue("1000") int burst,
            @DefaultValue("200") int perSecond) {
        public Polls {
            positive("polls", burst, perSecond);
        }
    }

    private static void positive(String what, int burst, int perSecond) {
        if (burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException("renderyard.limits." + what
                    + ".burst and .per-second must be at least 1;" + " they are " + burst + " and " + perSecond);
        }
    }
}
