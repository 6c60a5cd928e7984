package io.renderyard.kernel.tenant;

import org.jspecify.annotations.Nullable;

/**
 * What a client showed at the door.
 *
 * @param apiId the credential's public id when the scheme carries one (Basic); null when the key stands alone
 */
public record PresentedCredential(@Nullable String apiId, Secret key) {}
