package io.renderyard.kernel.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How often somebody may ask: the generic cell rate algorithm. All it remembers of a caller is one moment, the one at
 * which the whole burst is free again. A call that is let through moves it on by one interval, a refused one does not.
 *
 * @param burst calls that may come at once
 * @param interval in which one of them becomes free again; whole microseconds, as the ledger keeps time
 */
public record Rate(int burst, Duration interval) {
    public Rate {
        if (burst < 1 || interval.compareTo(Duration.of(1, ChronoUnit.MICROS)) < 0) {
            throw new IllegalArgumentException("a rate of " + burst + " calls, one more in " + interval);
        }
    }

    /** @param calls that become free again in this time */
    public static Rate of(int burst, int calls, Duration time) {
        return new Rate(burst, time.dividedBy(calls).truncatedTo(ChronoUnit.MICROS));
    }

    /** From no call being free to all of them being so. */
    public Duration span() {
        return interval.multipliedBy(burst);
    }

    /** Decides about a call. @param fullAt of the call before; any time up to now for a caller who is not known yet */
    public Level take(Instant fullAt, Instant now) {
        Instant from = fullAt.isAfter(now) ? fullAt : now;
        Instant next = from.plus(interval);
        boolean taken = !next.isAfter(now.plus(span()));
        return level(taken, taken ? next : fullAt, now);
    }

    /** What is left after a call that was decided so. */
    public Level level(boolean taken, Instant fullAt, Instant now) {
        Duration untilFull = Duration.between(now, fullAt);
        Duration owed = untilFull.isNegative() ? Duration.ZERO : untilFull;
        Duration untilNext = owed.plus(interval).minus(span());
        long remaining = untilNext.isPositive() ? 0 : span().minus(owed).dividedBy(interval);
        return new Level(
                taken,
                burst,
                Math.toIntExact(remaining),
                now.plus(owed),
                owed,
                untilNext.isPositive() ? untilNext : Duration.ZERO);
    }
}
