package io.renderyard.db.usage;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.Interval;
import io.renderyard.kernel.usage.QuotaExceededException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts renders in the transaction that accepts them, and breaks it off where a tenant has more then than it may. */
@Component
public class RenderMeter {
    /**
     * A part of a statement that accepts jobs: counts those of {@code accepted}, which has {@code tenant_id} and
     * {@code created_at}, the same for all. Its rows are new, so it waits for nobody.
     */
    public static final String COUNTED = """
            counted as (
                insert into render_entry (tenant_id, hour, accepted)
                select tenant_id, date_trunc('hour', created_at, 'UTC'), count(*) from accepted
                group by tenant_id, created_at)""";

    private static final String COUNT = """
            insert into render_entry (tenant_id, hour, accepted)
            values (:tenant, date_trunc('hour', now(), 'UTC'), :renders)""";

    /** Held to the end of the transaction, and asked for last of all: who holds it waits for nobody. */
    private static final String ALONE =
            "select pg_advisory_xact_lock(hashtextextended('renderyard quota ' || :tenant, 0))";

    /** A statement of its own, which sees what the one before this one in the line has committed. */
    private static final String USED = """
            select now() as now,
                   coalesce(sum(accepted) filter (where hour = date_trunc('hour', now(), 'UTC')), 0) as hour,
                   coalesce(sum(accepted) filter (where date_trunc('day', hour, 'UTC')
                                                        = date_trunc('day', now(), 'UTC')), 0) as day,
                   coalesce(sum(accepted) filter (where date_trunc('month', hour, 'UTC')
                                                        = date_trunc('month', now(), 'UTC')), 0) as month
            from render_usage
            where tenant_id = :tenant and hour >= date_trunc('month', now(), 'UTC')""";

    private final JdbcClient jdbc;
    private final QuotaSettings quotas;

    RenderMeter(JdbcClient jdbc, QuotaSettings quotas) {
        this.jdbc = jdbc;
        this.quotas = quotas;
    }

    /** Whether {@link #check} has anything to do. Who has a quota is accepted in a transaction of its own. */
    public boolean hasQuota(TenantId tenant) {
        return !quotas.of(tenant).isEmpty();
    }

    /** The last part of a transaction that accepts renders without having counted them. */
    public void count(TenantId tenant, long renders) {
        jdbc.sql(COUNT)
                .param("tenant", tenant.value())
                .param("renders", renders)
                .update();
        check(tenant, renders);
    }

    /**
     * The last part of a transaction that accepts and counts renders: others of the tenant wait until it is over.
     *
     * @param renders that were accepted
     * @throws QuotaExceededException when they were too many; the transaction must not be committed then
     */
    public void check(TenantId tenant, long renders) {
        Map<Interval, Long> limits = quotas.of(tenant);
        if (limits.isEmpty()) {
            return;
        }
        jdbc.sql(ALONE).param("tenant", tenant.toString()).query(row -> {});
        Used used = jdbc.sql(USED)
                .param("tenant", tenant.value())
                .query((row, number) -> Used.read(row))
                .single();
        limits.forEach((interval, limit) -> used.check(interval, limit, renders));
    }

    private record Used(Instant now, Map<Interval, Long> renders) {
        static Used read(ResultSet row) throws SQLException {
            Map<Interval, Long> renders = new EnumMap<>(Interval.class);
            for (Interval interval : Interval.values()) {
                renders.put(interval, row.getLong(interval.label()));
            }
            return new Used(Timestamps.read(row, "now"), renders);
        }

        void check(Interval interval, long limit, long asked) {
            long used = renders.getOrDefault(interval, 0L);
            if (used > limit) {
                throw new QuotaExceededException(
                        interval, limit, used - asked, asked, Duration.between(now, interval.end(now)));
            }
        }
    }
}
