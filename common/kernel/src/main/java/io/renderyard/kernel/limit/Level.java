package io.renderyard.kernel.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * What is left to a caller after a call.
 *
 * @param taken false when the call was one too many
 * @param limit calls that may come at once
 * @param remaining how many of them may still come now
 * @param fullAt when all of them may come again, by the clock that decided
 * @param untilFull from the call to then
 * @param untilNext from the call to when another one will be let through; zero when it may come now
 */
public record Level(boolean taken, int limit, int remaining, Instant fullAt, Duration untilFull, Duration untilNext) {
    private static final int MANY = 1_000_000;

    /** Where there is no limit: clients that insist on numbers read a million of a million. */
    public static Level unlimited(Instant now) {
        return new Level(true, MANY, MANY, now, Duration.ZERO, Duration.ZERO);
    }

    /** Whole seconds until all calls may come again, rounded up. */
    public long secondsUntilFull() {
        return seconds(untilFull);
    }

    /** Whole seconds to wait, rounded up: whoever comes back then is not refused again. Zero when there is no need to. */
    public long retryAfterSeconds() {
        return seconds(untilNext);
    }

    /** Seconds since 1970 at which all calls may come again, rounded up. */
    public long fullAtEpochSecond() {
        return fullAt.getEpochSecond() + (fullAt.getNano() > 0 ? 1 : 0);
    }

    private static long seconds(Duration time) {
        return time.toSeconds() + (time.toNanosPart() > 0 ? 1 : 0);
    }
}
