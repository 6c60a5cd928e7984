package io.renderyard.kernel.template;

import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template as it was at one time.
 *
 * @param templateCreatedAt when its first version was made
 * @param images that were made of this version
 * @param thumbnail who draws the template's small picture, or drew it; nobody when null
 */
public record TemplateVersion(
        TemplateVersionId id,
        TenantId tenant,
        TemplateContent content,
        Instant createdAt,
        Instant templateCreatedAt,
        long images,
        @Nullable JobId thumbnail) {}
