package io.renderyard.gateway.face.hcti;

import io.renderyard.kernel.tenant.ApiKey;
import io.renderyard.kernel.tenant.ApiKeys;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.Grant;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** A tenant's keys in memory. The secret of each is {@code secret-} and its id. */
final class PlayedKeys implements ApiKeys, CredentialVerifier {
    static final TenantId ME = new TenantId(new UUID(1, 1));

    final List<ApiKey> keys = new ArrayList<>();
    boolean away;

    /** A key of mine that may do this. */
    ApiKey with(boolean future, Scope... scopes) {
        return create(ME, new Grant(null, null, true, Set.of(scopes), future))
                .orElseThrow()
                .key();
    }

    @Override
    public Optional<Credential> verify(PresentedCredential presented) {
        if (away) {
            throw new DataAccessResourceFailureException("no route to host");
        }
        return keys.stream()
                .filter(key -> key.grant().enabled()
                        && key.id().toString().equals(presented.apiId())
                        && presented.key().reveal().equals("secret-" + key.id()))
                .map(key -> new Credential(key.id(), ME, key.grant().scopes(), false))
                .findFirst();
    }

    @Override
    public Optional<Created> create(TenantId tenant, Grant grant) {
        if (keys.size() >= MOST_ENABLED) {
            return Optional.empty();
        }
        UUID id = new UUID(7, keys.size());
        Instant now = Instant.parse("2026-09-01T10:00:00.5Z");
        ApiKey key = new ApiKey(id, Objects.requireNonNullElse(grant.name(), "made up"), grant, now, now);
        keys.add(key);
        return Optional.of(new Created(key, new Secret("secret-" + id)));
    }

    @Override
    public Replacement replace(TenantId tenant, UUID id, Grant grant) {
        Optional<ApiKey> old = find(tenant, id);
        if (old.isEmpty()) {
            return new Replacement.NoSuchKey();
        }
        ApiKey key = new ApiKey(
                id,
                Objects.requireNonNullElse(grant.name(), "made up"),
                grant,
                old.get().createdAt(),
                old.get().updatedAt());
        keys.set(keys.indexOf(old.get()), key);
        return new Replacement.Replaced(key);
    }

    @Override
    public boolean disable(TenantId tenant, UUID id) {
        return find(tenant, id)
                .map(key -> replace(
                        tenant,
                        id,
                        new Grant(
                                key.name(),
                                key.grant().description(),
                                false,
                                key.grant().scopes(),
                                key.grant().futureScopes())))
                .isPresent();
    }

    @Override
    public Optional<ApiKey> find(TenantId tenant, UUID id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public List<ApiKey> page(TenantId tenant, Filter filter, @Nullable UUID from, int most) {
        return keys.stream()
                .dropWhile(key -> from != null && !key.id().equals(from))
                .filter(key -> filter.disabledToo() || key.grant().enabled())
                .filter(key -> key.grant().scopes().containsAll(filter.scopes()))
                .limit(most)
                .toList();
    }
}
