package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class StoredCredentials implements CredentialVerifier {
    /** Stands in for a missing row, so that an unknown key costs the same time as a wrong one. */
    private static final byte[] NOBODY = new byte[32];

    private final CredentialRows rows;
    private final MasterKey masterKey;

    StoredCredentials(CredentialRows rows, MasterKey masterKey) {
        this.rows = rows;
        this.masterKey = masterKey;
    }

    @Override
    public Optional<TenantId> verify(PresentedCredential presented) {
        Secret key = presented.key();
        Optional<CredentialRow> row = KeyFormat.lookup(key).flatMap(rows::findByLookup);
        byte[] expected = row.map(found -> found.keyHash).orElse(NOBODY);
        boolean proven = MessageDigest.isEqual(masterKey.hash(key.reveal()), expected);
        return row.filter(found -> proven && found.revokedAt == null && belongsTogether(presented, found))
                .map(found -> new TenantId(found.tenantId));
    }

    private static boolean belongsTogether(PresentedCredential presented, CredentialRow row) {
        String apiId = presented.apiId();
        return apiId == null || apiId.equals(row.id.toString());
    }
}
