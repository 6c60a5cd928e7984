package io.renderyard.db.painting;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.painting.Credits;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresCredits implements Credits {
    private static final String OF_MONTH =
            " from painting where tenant_id = :tenant and charged_at >= :from and charged_at < :until";

    private final JdbcClient jdbc;

    PostgresCredits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public BigDecimal charged(TenantId tenant, YearMonth month) {
        return of("select trim_scale(coalesce(sum(credits), 0))" + OF_MONTH, tenant, month)
                .query(BigDecimal.class)
                .single();
    }

    @Override
    public List<Charge> charges(TenantId tenant, YearMonth month) {
        return of(
                        "select job_id, credits, model, charged_at" + OF_MONTH
                                + " order by charged_at desc, job_id desc",
                        tenant,
                        month)
                .query(PostgresCredits::charge)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, TenantId tenant, YearMonth month) {
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("from", beginning(month))
                .param("until", beginning(month.plusMonths(1)));
    }

    private static OffsetDateTime beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static Charge charge(ResultSet row, int number) throws SQLException {
        return new Charge(
                row.getObject("job_id", UUID.class),
                row.getBigDecimal("credits"),
                row.getString("model"),
                Timestamps.read(row, "charged_at"));
    }
}
