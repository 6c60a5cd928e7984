package io.renderyard.kernel.usage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Intervals of UTC. */
public enum Interval {
    HOUR,
    DAY,
    MONTH;

    /** As clients write it and PostgreSQL reads it, such as {@code hour}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The beginning of the interval in which a moment lies. */
    public Instant beginning(Instant moment) {
        return beginning(moment.atOffset(ZoneOffset.UTC)).toInstant();
    }

    /** The end of the interval in which a moment lies: the beginning of the next one. */
    public Instant end(Instant moment) {
        return before(moment, -1);
    }

    /** The beginning of the interval that is so many before the one in which a moment lies. */
    public Instant before(Instant moment, int intervals) {
        OffsetDateTime beginning = beginning(moment.atOffset(ZoneOffset.UTC));
        return (switch (this) {
                    case HOUR -> beginning.minusHours(intervals);
                    case DAY -> beginning.minusDays(intervals);
                    case MONTH -> beginning.minusMonths(intervals);
                })
                .toInstant();
    }

    private OffsetDateTime beginning(OffsetDateTime moment) {
        return switch (this) {
            case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
            case DAY -> moment.truncatedTo(ChronoUnit.DAYS);
            case MONTH -> moment.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        };
    }
}
