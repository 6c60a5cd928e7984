package io.renderyard.db.ledger;

import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clients' own names for their requests. They are written by the transaction that does what was asked for. */
@Component
class IdempotencyKeys {
    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was done under a key.
     *
     * @param subject the job or batch that was made
     * @param isSame false when the key stands for another request
     */
    record Done(UUID subject, boolean isSame) {}

    Optional<Done> find(TenantId tenant, IdempotencyKey key) {
        return jdbc.sql("select subject, fingerprint from idempotency where tenant_id = :tenant and key = :key")
                .param("tenant", tenant.value())
                .param("key", key.value())
                .query((row, number) -> new Done(
                        row.getObject("subject", UUID.class),
                        Arrays.equals(row.getBytes("fingerprint"), fingerprint(key))))
                .optional();
    }

    byte[] fingerprint(IdempotencyKey key) {
        return HexFormat.of().parseHex(key.fingerprint());
    }
}
