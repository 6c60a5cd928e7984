package io.renderyard.kernel.job;

import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An owner's view of the ledger. Another tenant's job is not there. */
public interface JobReader {
    Optional<Job> find(TenantId tenant, JobId id);

    /**
     * Newest first.
     *
     * @param state only jobs in this state; all when null
     * @param before only jobs older than this one; from the newest when null
     */
    List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit);
}
