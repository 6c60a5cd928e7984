package io.renderyard.kernel.tenant;

import java.util.UUID;

/** The owner of jobs, credentials, artifacts and events. Nothing of one tenant is visible to another. */
public record TenantId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
