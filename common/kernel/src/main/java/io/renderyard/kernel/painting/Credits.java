package io.renderyard.kernel.painting;

import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** What a tenant was charged. Kept longer than the jobs. Months are those of UTC. */
public interface Credits {
    /** A job that was paid for. */
    record Charge(UUID id, BigDecimal credits, String model, Instant chargedAt) {}

    BigDecimal charged(TenantId tenant, YearMonth month);

    /** Newest first. */
    List<Charge> charges(TenantId tenant, YearMonth month);
}
