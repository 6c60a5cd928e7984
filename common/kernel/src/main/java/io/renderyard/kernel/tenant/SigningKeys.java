package io.renderyard.kernel.tenant;

import java.util.List;
import java.util.Optional;

/**
 * Knows the keys that an address may be signed with: those that are enabled and hold {@link Scope#IMAGES_CREATE}. A key
 * that is disabled or loses that scope signs nothing one second later. Keys that were made before they were kept sealed
 * cannot sign.
 */
public interface SigningKeys {
    /** @param apiId public id of the credential, as a client wrote it; empty when no such key may sign */
    Optional<SigningKey> find(String apiId);

    /** Newest first; empty when the tenant has none that may sign. */
    List<SigningKey> ofTenant(TenantId tenant);
}
