package io.renderyard.dialect.yard;

import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.TenantId;

/**
 * What a submission is read by, beside its own words.
 *
 * @param trial whether it comes with a credential for trying out, so that its prompts become previews
 * @param models what may be asked for
 */
public record SubmissionContext(TenantId tenant, boolean trial, ModelCatalogue models) {
    public static SubmissionContext of(Credential credential, ModelCatalogue models) {
        return new SubmissionContext(credential.tenant(), credential.trial(), models);
    }
}
