package io.renderyard.db.limit;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.limit.Level;
import io.renderyard.kernel.limit.Rate;
import io.renderyard.kernel.limit.RateLimiter;
import io.renderyard.kernel.limit.RequestClass;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One statement reads the row, decides and writes, while others who ask for the same row wait for it. Its moment is that
 * of its arrival at the database. Dying in it counts the call or does not.
 *
 * <p>No call waits for a disk: a transaction that wrote to unlogged tables alone commits without a flush.
 */
@Component
class PostgresRateLimiter implements RateLimiter {
    private static final String CLOCK = "statement_timestamp()";

    private static final String TAKE = """
            insert into call_rate as call (credential_id, class, full_at, taken)
            values (:caller, :class, %1$s + :interval * interval '1 microsecond', true)
            on conflict (credential_id, class) do update
            set full_at = case when %2$s
                          then greatest(call.full_at, %1$s) + :interval * interval '1 microsecond'
                          else call.full_at end,
                taken = %2$s
            returning taken, full_at, %1$s as now""";

    private static final String FITS = "call.full_at + (:interval - :span) * interval '1 microsecond' <= %s";

    private final JdbcClient jdbc;
    private final String take;

    @Autowired
    PostgresRateLimiter(JdbcClient jdbc) {
        this(jdbc, CLOCK);
    }

    /** @param clock an SQL expression that is the same moment wherever it stands in a statement */
    PostgresRateLimiter(JdbcClient jdbc, String clock) {
        this.jdbc = jdbc;
        this.take = TAKE.formatted(clock, FITS.formatted(clock));
    }

    @Override
    public Level take(UUID caller, RequestClass requests, Rate rate) {
        return jdbc.sql(take)
                .param("caller", caller)
                .param("class", requests.name())
                .param("interval", micros(rate.interval()))
                .param("span", micros(rate.span()))
                .query((row, number) -> rate.level(
                        row.getBoolean("taken"), Timestamps.read(row, "full_at"), Timestamps.read(row, "now")))
                .single();
    }

    private static long micros(Duration time) {
        return time.dividedBy(Duration.of(1, ChronoUnit.MICROS));
    }
}
