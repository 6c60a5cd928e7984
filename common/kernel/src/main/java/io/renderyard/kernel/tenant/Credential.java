package io.renderyard.kernel.tenant;

import java.util.Set;
import java.util.UUID;

/**
 * A credential that was proven.
 *
 * @param id public: the user name of Basic
 * @param scopes what it may do
 * @param trial for trying out: models are not asked, and nothing is charged
 */
public record Credential(UUID id, TenantId tenant, Set<Scope> scopes, boolean trial) {
    public Credential {
        scopes = Set.copyOf(scopes);
    }
}
