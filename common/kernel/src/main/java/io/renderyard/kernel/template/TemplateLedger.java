package io.renderyard.kernel.template;

import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows templates. A deleted one is not there. */
public interface TemplateLedger {
    /** By a request without a name. */
    TemplateVersionId create(TenantId tenant, TemplateContent content);

    /** By one that the client has named: repeating it gives what was made then, as it was at first. */
    Acceptance<TemplateVersionId> create(TenantId tenant, TemplateContent content, IdempotencyKey key);

    /** The next version of a template, in the language of the first; empty when it is not there. */
    Optional<TemplateVersionId> change(TenantId tenant, TemplateId id, TemplateContent content);

    /** Notes who draws its small picture now. */
    void drawnBy(TemplateId id, JobId thumbnail);

    /** Whose it is: for addresses that carry a signature in the place of a credential. */
    Optional<TenantId> owner(TemplateId id);

    /** @param number the latest when null */
    Optional<TemplateVersion> find(TenantId tenant, TemplateId id, @Nullable Long number);

    /** The latest version of each template, newest version first; only those with smaller numbers, or all when null. */
    List<TemplateVersion> latest(TenantId tenant, @Nullable Long below, int limit);

    /** The latest version of each template that the filter lets through, in its order. */
    List<TemplateVersion> page(TenantId tenant, TemplateFilter filter, long offset, int limit);

    /** How many the filter lets through. */
    long count(TenantId tenant, TemplateFilter filter);

    /** All versions of one template, newest first; empty when it is not there. */
    List<TemplateVersion> versions(TenantId tenant, TemplateId id, @Nullable Long below, int limit);

    /** With all its versions; images that were made of it stay. False when it is not there. */
    boolean delete(TenantId tenant, TemplateId id);
}
