package io.renderyard.db.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.painting.Credits;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditsIT {
    private static final YearMonth MONTH = YearMonth.of(2026, 10);

    private final TestLedger ledger = TestLedger.shared();
    private final Credits credits = ledger.part(Credits.class);
    private final TenantId tenant = ledger.tenant();

    /** @param at in UTC; null: reserved and not charged */
    private void painting(TenantId whose, String model, String amount, String at) {
        ledger.jdbc()
                .sql("""
                        insert into painting (job_id, tenant_id, model, credits, reserved_at, charged_at)
                        values (:job, :tenant, :model, trim_scale(cast(:amount as numeric)), now(), cast(:at as timestamptz))""")
                .param("job", UUID.randomUUID())
                .param("tenant", whose.value())
                .param("model", model)
                .param("amount", amount)
                .param("at", at.isEmpty() ? null : at)
                .update();
    }

    @Test
    void aMonthIsThatOfUtc() {
        painting(tenant, "before", "1", "2026-09-30T23:59:59.999999Z");
        painting(tenant, "first", "2", "2026-10-01T00:00:00Z");
        painting(tenant, "last", "0.6", "2026-10-31T23:59:59.999999Z");
        painting(tenant, "after", "4", "2026-11-01T00:00:00Z");
        painting(tenant, "reserved", "8", "");
        painting(ledger.tenant(), "somebody else's", "16", "2026-10-02T00:00:00Z");

        assertThat(credits.charged(tenant, MONTH)).isEqualTo(new BigDecimal("2.6"));
        assertThat(credits.charges(tenant, MONTH))
                .extracting(Credits.Charge::model, Credits.Charge::credits, Credits.Charge::chargedAt)
                .containsExactly(
                        tuple("last", new BigDecimal("0.6"), Instant.parse("2026-10-31T23:59:59.999999Z")),
                        tuple("first", new BigDecimal("2"), Instant.parse("2026-10-01T00:00:00Z")));
    }

    @Test
    void sumsHaveNoMoreDigitsThanTheyNeed() {
        assertThat(credits.charged(tenant, MONTH)).isEqualTo(BigDecimal.ZERO);

        painting(tenant, "a", "0.6", "2026-10-05T00:00:00Z");
        painting(tenant, "b", "0.4", "2026-10-06T00:00:00Z");
        assertThat(credits.charged(tenant, MONTH)).isEqualTo(BigDecimal.ONE);

        painting(tenant, "c", "199", "2026-10-07T00:00:00Z");
        assertThat(credits.charged(tenant, MONTH).toString()).isEqualTo("200");
    }
}
