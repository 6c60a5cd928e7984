package io.renderyard.db.usage;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.Interval;
import io.renderyard.kernel.usage.RenderCount;
import io.renderyard.kernel.usage.RenderUsage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresRenderUsage implements RenderUsage {
    private static final String COUNT = """
            select date_trunc(:interval, hour, 'UTC') as beginning,
                   sum(accepted) as accepted, sum(succeeded) as succeeded, sum(failed) as failed
            from render_usage where tenant_id = :tenant and hour >= :since
            group by beginning order by beginning""";

    /** In one statement, so that every reader finds an entry either here or there. Sums are written in one order. */
    private static final String FOLD = """
            with folded as (
                delete from render_entry
                where ctid = any(array(select ctid from render_entry limit :atMost for update skip locked))
                returning tenant_id, hour, accepted, succeeded, failed),
            summed as (
                insert into render_hour (tenant_id, hour, accepted, succeeded, failed)
                select tenant_id, hour, sum(accepted), sum(succeeded), sum(failed) from folded
                group by tenant_id, hour order by tenant_id, hour
                on conflict (tenant_id, hour) do update
                set accepted = render_hour.accepted + excluded.accepted,
                    succeeded = render_hour.succeeded + excluded.succeeded,
                    failed = render_hour.failed + excluded.failed)
            select count(*) from folded""";

    private final JdbcClient jdbc;

    PostgresRenderUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RenderCount> count(TenantId tenant, Interval interval, Instant since) {
        return jdbc.sql(COUNT)
                .param("interval", interval.label())
                .param("tenant", tenant.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new RenderCount(
                        Timestamps.read(row, "beginning"),
                        row.getLong("accepted"),
                        row.getLong("succeeded"),
                        row.getLong("failed")))
                .list();
    }

    @Override
    public int fold() {
        return jdbc.sql(FOLD).param("atMost", STEP).query(Integer.class).single();
    }
}
