package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Remembered for a moment: a revoked key is refused one second later at most, by every process, and so is a token that
 * stands for it.
 */
@Component
class StoredCredentials implements CredentialVerifier {
    /** Stands in for a missing row, so that an unknown key costs the same time as a wrong one. */
    private static final byte[] NOBODY = new byte[32];

    private static final String COLUMNS = "id, tenant_id, scopes, lookup, key_hash, revoked_at is not null as revoked";

    private final FirstLook look;
    private final MasterKey masterKey;
    private final TokenFormat tokens;
    private final RecentFinds<Stored> byKey;
    private final RecentFinds<Stored> byId;

    StoredCredentials(FirstLook look, MasterKey masterKey, TokenFormat tokens, InstantSource clock) {
        this.look = look;
        this.masterKey = masterKey;
        this.tokens = tokens;
        this.byKey = new RecentFinds<>(clock);
        this.byId = new RecentFinds<>(clock);
    }

    @Override
    public Optional<Credential> verify(PresentedCredential presented) {
        return TokenFormat.matches(presented.key()) ? ofToken(presented) : ofKey(presented);
    }

    /** A token stands alone: as the password of a pair it could be given for another token, and so last for ever. */
    private Optional<Credential> ofToken(PresentedCredential presented) {
        return Optional.of(presented)
                .filter(shown -> shown.apiId() == null)
                .flatMap(shown -> tokens.read(shown.key()))
                .flatMap(id -> byId.find(id.toString(), name -> find("id", id)))
                .filter(found -> !found.revoked())
                .map(Stored::credential);
    }

    private Optional<Credential> ofKey(PresentedCredential presented) {
        Secret key = presented.key();
        Optional<Stored> stored =
                KeyFormat.lookup(key).flatMap(lookup -> byKey.find(lookup, name -> find("lookup", name)));
        byte[] expected = stored.map(Stored::keyHash).orElse(NOBODY);
        boolean proven = MessageDigest.isEqual(masterKey.hash(key.reveal()), expected);
        return stored.filter(found -> proven && !found.revoked() && found.belongsTo(presented))
                .map(Stored::credential);
    }

    private Optional<Stored> find(String column, Object value) {
        return look
                .all("select %s from credential where %s = ?".formatted(COLUMNS, column), value, Stored::read)
                .stream()
                .findFirst();
    }

    @SuppressWarnings("ArrayRecordComponent") // read and compared
    private record Stored(Credential credential, byte[] keyHash, boolean revoked) {
        static Stored read(ResultSet row) throws SQLException {
            return new Stored(
                    new Credential(
                            row.getObject("id", UUID.class),
                            new TenantId(row.getObject("tenant_id", UUID.class)),
                            ScopeColumn.read(row),
                            KeyFormat.isTrial(row.getString("lookup"))),
                    row.getBytes("key_hash"),
                    row.getBoolean("revoked"));
        }

        boolean belongsTo(PresentedCredential presented) {
            String apiId = presented.apiId();
            return apiId == null || apiId.equals(credential.id().toString());
        }
    }
}
