package io.renderyard.kernel.template;

import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;

/**
 * A template as it was at one time.
 *
 * @param definition in the words of the face that took it
 * @param templateCreatedAt when its first version was made
 * @param images that were made of this version
 */
public record TemplateVersion(
        TemplateVersionId id,
        TenantId tenant,
        String definition,
        Instant createdAt,
        Instant templateCreatedAt,
        long images) {}
