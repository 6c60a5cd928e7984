package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looked up for every request, and never remembered: a revoked key is refused from the next request on. */
@Component
class StoredCredentials implements CredentialVerifier {
    /** Stands in for a missing row, so that an unknown key costs the same time as a wrong one. */
    private static final byte[] NOBODY = new byte[32];

    private final JdbcClient jdbc;
    private final MasterKey masterKey;

    StoredCredentials(JdbcClient jdbc, MasterKey masterKey) {
        this.jdbc = jdbc;
        this.masterKey = masterKey;
    }

    @Override
    public Optional<TenantId> verify(PresentedCredential presented) {
        Secret key = presented.key();
        Optional<Stored> stored = KeyFormat.lookup(key).flatMap(this::find);
        byte[] expected = stored.map(Stored::keyHash).orElse(NOBODY);
        boolean proven = MessageDigest.isEqual(masterKey.hash(key.reveal()), expected);
        return stored.filter(found -> proven && !found.revoked() && found.belongsTo(presented))
                .map(Stored::tenant);
    }

    private Optional<Stored> find(String lookup) {
        return jdbc.sql("""
                        select id, tenant_id, key_hash, revoked_at is not null as revoked
                        from credential where lookup = :lookup""").param("lookup", lookup).query(Stored::read).optional();
    }

    @SuppressWarnings("ArrayRecordComponent") // read, compared and forgotten
    private record Stored(UUID id, TenantId tenant, byte[] keyHash, boolean revoked) {
        static Stored read(ResultSet row, int number) throws SQLException {
            return new Stored(
                    row.getObject("id", UUID.class),
                    new TenantId(row.getObject("tenant_id", UUID.class)),
                    row.getBytes("key_hash"),
                    row.getBoolean("revoked"));
        }

        boolean belongsTo(PresentedCredential presented) {
            String apiId = presented.apiId();
            return apiId == null || apiId.equals(id.toString());
        }
    }
}
