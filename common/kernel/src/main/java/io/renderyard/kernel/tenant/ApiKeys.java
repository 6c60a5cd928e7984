package io.renderyard.kernel.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a tenant, to be managed by itself. None is ever deleted: a disabled one opens nothing and can be enabled
 * again. What changes counts for each process one second later at most.
 */
public interface ApiKeys {
    /** How many of a tenant's keys may be enabled at once. */
    int MOST_ENABLED = 100;

    /** A key at the only moment when its secret can be read. */
    record Created(ApiKey key, Secret secret) {}

    /** Empty when it would be one enabled key too many; nothing is written then. */
    Optional<Created> create(TenantId tenant, Grant grant);

    /** What came of giving a key another grant. Only the first one writes. */
    sealed interface Replacement {
        record Replaced(ApiKey key) implements Replacement {}

        record NoSuchKey() implements Replacement {}

        /** It would be one enabled key too many. */
        record TooMany() implements Replacement {}
    }

    /** Replaces all that its owner decides; the secret stays. */
    Replacement replace(TenantId tenant, UUID id, Grant grant);

    /** False when the tenant has no such key; true as often as it is asked otherwise. */
    boolean disable(TenantId tenant, UUID id);

    Optional<ApiKey> find(TenantId tenant, UUID id);

    /** @param scopes those that a key must have, all of them */
    record Filter(boolean disabledToo, Set<Scope> scopes) {}

    /**
     * Some keys, newest first.
     *
     * @param from the first one; null to begin with the newest. Nothing is found from a key that is not there
     */
    List<ApiKey> page(TenantId tenant, Filter filter, @Nullable UUID from, int most);
}
