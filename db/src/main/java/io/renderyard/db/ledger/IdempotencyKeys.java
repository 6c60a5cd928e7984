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
public class IdempotencyKeys {
    /** Gives a row when the key is free, and takes it. Waits for whoever is about to take it. */
    static final String TAKE = """
            insert into idempotency (tenant_id, key, fingerprint, subject, created_at)
            values (:tenant, :key, :fingerprint, :id, now())
            on conflict (tenant_id, key) do update
                set fingerprint = excluded.fingerprint, subject = excluded.subject, created_at = excluded.created_at
                where idempotency.created_at < now() - interval '24 hours'
            returning subject""";

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was done under a key.
     *
     * @param subject what was made: a job, a batch, a template or a subscription
     * @param isSame false when the key stands for another request
     */
    public record Done(UUID subject, boolean isSame) {}

    /** Takes the key within the transaction that does what was asked for; false when it is taken already. */
    public boolean take(TenantId tenant, IdempotencyKey key, UUID subject) {
        return jdbc.sql(TAKE)
                .param("tenant", tenant.value())
                .param("key", key.value())
                .param("fingerprint", fingerprint(key))
                .param("id", subject)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    public Optional<Done> find(TenantId tenant, IdempotencyKey key) {
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
