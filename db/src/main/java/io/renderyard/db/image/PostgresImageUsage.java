package io.renderyard.db.image;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.image.ImageCount;
import io.renderyard.kernel.image.ImageUsage;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresImageUsage implements ImageUsage {
    private static final String COUNT = """
            select date_trunc(:interval, created_at, 'UTC') as beginning, count(*) as images
            from image where tenant_id = :tenant and created_at >= :since
            group by beginning order by beginning""";

    private final JdbcClient jdbc;

    PostgresImageUsage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ImageCount> count(TenantId tenant, Interval interval, Instant since) {
        return jdbc.sql(COUNT)
                .param("interval", interval.label())
                .param("tenant", tenant.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ImageCount(Timestamps.read(row, "beginning"), row.getLong("images")))
                .list();
    }
}
