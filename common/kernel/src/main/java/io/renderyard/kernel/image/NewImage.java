package io.renderyard.kernel.image;

import io.renderyard.kernel.template.TemplateVersionId;
import io.renderyard.kernel.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An image that is to be recorded.
 *
 * @param id of its own, or made from the content where the same content always has the same address
 * @param content whose equals are found within a window of time; null when nobody asks for them
 * @param template what it is filled from; null when it stands alone
 */
public record NewImage(
        ImageId id,
        TenantId tenant,
        String definition,
        @Nullable ContentHash content,
        @Nullable TemplateVersionId template) {}
