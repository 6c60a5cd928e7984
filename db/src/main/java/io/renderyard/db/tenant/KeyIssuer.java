package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.tenant.Grant;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes keys. The ledger keeps of each a hash to check it with, and the key itself only sealed. */
@Component
class KeyIssuer {
    private final JdbcClient jdbc;
    private final MasterKey masterKey;
    private final SecureRandom random;
    private final InstantSource clock;

    KeyIssuer(JdbcClient jdbc, MasterKey masterKey, SecureRandom random, InstantSource clock) {
        this.jdbc = jdbc;
        this.masterKey = masterKey;
        this.random = random;
        this.clock = clock;
    }

    /** A key at the only moment when it can be read. */
    record Issued(UUID id, Secret key) {}

    Issued issue(TenantId tenant, KeyFormat format, Grant grant) {
        UUID id = UUID.randomUUID();
        Secret key = format.generate(random);
        jdbc.sql("""
                        insert into credential (id, tenant_id, lookup, key_hash, sealed_key, name, description, scopes,
                                                all_future_permissions, created_at, updated_at, revoked_at)
                        values (:id, :tenant, :lookup, :hash, :sealed, :name, :description, :scopes,
                                :future, :now, :now, case when :enabled then null else :now end)""")
                .param("id", id)
                .param("tenant", tenant.value())
                .param("lookup", KeyFormat.lookup(key).orElseThrow())
                .param("hash", masterKey.hash(key.reveal()))
                .param("sealed", masterKey.seal(key.reveal()))
                .param("name", name(id, grant))
                .param("description", grant.description())
                .param("scopes", ScopeColumn.write(grant.scopes()))
                .param("future", grant.futureScopes())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("enabled", grant.enabled())
                .update();
        return new Issued(id, key);
    }

    /** The same one whenever it is asked for. */
    static String name(UUID id, Grant grant) {
        String name = grant.name();
        return name == null ? "Key " + id.toString().substring(0, 8) : name;
    }
}
