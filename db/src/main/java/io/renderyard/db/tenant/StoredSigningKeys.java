package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.SigningKey;
import io.renderyard.kernel.tenant.SigningKeys;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Remembered for a moment, as in {@link StoredCredentials}. */
@Component
class StoredSigningKeys implements SigningKeys {
    private static final String THOSE_THAT_SIGN = """
            select tenant_id, sealed_key from credential
            where revoked_at is null and sealed_key is not null and '%s' = any (scopes)
            """.formatted(Scope.IMAGES_CREATE.label());

    private final FirstLook look;
    private final MasterKey masterKey;
    private final RecentFinds<SigningKey> single;
    private final RecentFinds<List<SigningKey>> all;

    StoredSigningKeys(FirstLook look, MasterKey masterKey, InstantSource clock) {
        this.look = look;
        this.masterKey = masterKey;
        this.single = new RecentFinds<>(clock);
        this.all = new RecentFinds<>(clock);
    }

    @Override
    public Optional<SigningKey> find(String apiId) {
        return id(apiId)
                .flatMap(id -> single.find(
                        apiId, name -> read("and id = ?", id).stream().findFirst()));
    }

    @Override
    public List<SigningKey> ofTenant(TenantId tenant) {
        return all.find(
                        tenant.toString(),
                        name -> Optional.of(read("and tenant_id = ? order by created_at desc, id desc", tenant.value()))
                                .filter(keys -> !keys.isEmpty()))
                .orElse(List.of());
    }

    private List<SigningKey> read(String which, UUID id) {
        return look.all(THOSE_THAT_SIGN + which, id, this::key);
    }

    private SigningKey key(ResultSet row) throws SQLException {
        return new SigningKey(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new Secret(masterKey.open(row.getBytes("sealed_key"))));
    }

    /** Only the one way of writing it that we gave out. */
    private static Optional<UUID> id(String apiId) {
        try {
            return Optional.of(UUID.fromString(apiId))
                    .filter(id -> id.toString().equals(apiId));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
