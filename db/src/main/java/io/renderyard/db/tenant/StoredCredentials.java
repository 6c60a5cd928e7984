package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Remembered for a moment: a revoked key is refused one second later at most, by every process. */
@Component
class StoredCredentials implements CredentialVerifier {
    /** Stands in for a missing row, so that an unknown key costs the same time as a wrong one. */
    private static final byte[] NOBODY = new byte[32];

    /**
     * What a request begins with, unless its key was just read. Where the network swallows packets it is the one that
     * finds out, so it gives up long before a connection does that may be in the middle of something large.
     */
    private static final int PATIENCE_MILLIS = 2_000;

    private final JdbcTemplate jdbc;
    private final MasterKey masterKey;
    private final RecentFinds<Stored> recent;

    StoredCredentials(JdbcTemplate jdbc, MasterKey masterKey, InstantSource clock) {
        this.jdbc = jdbc;
        this.masterKey = masterKey;
        this.recent = new RecentFinds<>(clock);
    }

    @Override
    public Optional<TenantId> verify(PresentedCredential presented) {
        Secret key = presented.key();
        Optional<Stored> stored = KeyFormat.lookup(key).flatMap(name -> recent.find(name, this::find));
        byte[] expected = stored.map(Stored::keyHash).orElse(NOBODY);
        boolean proven = MessageDigest.isEqual(masterKey.hash(key.reveal()), expected);
        return stored.filter(found -> proven && !found.revoked() && found.belongsTo(presented))
                .map(Stored::tenant);
    }

    private Optional<Stored> find(String lookup) {
        return jdbc.execute((ConnectionCallback<Optional<Stored>>) connection -> {
            // The pool takes it back when the connection is returned.
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            return find(connection, lookup);
        });
    }

    private static Optional<Stored> find(Connection connection, String lookup) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, tenant_id, key_hash, revoked_at is not null as revoked
                from credential where lookup = ?""")) {
            statement.setString(1, lookup);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(Stored.read(rows)) : Optional.empty();
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read and compared
    private record Stored(UUID id, TenantId tenant, byte[] keyHash, boolean revoked) {
        static Stored read(ResultSet row) throws SQLException {
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
