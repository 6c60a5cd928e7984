package io.renderyard.kernel.image;

import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;

/**
 * A picture with a lasting address. Without its definition, which may be megabytes and is read where it is needed.
 *
 * @param deleted all that is left is that it was there
 */
public record Image(ImageId id, TenantId tenant, Instant createdAt, boolean deleted) {}
