package io.renderyard.kernel.job;

import io.renderyard.kernel.tenant.TenantId;
import java.util.Optional;

/** An owner's way to call a job off. */
public interface JobCanceller {
    /**
     * Cancels a queued or running job and returns it; a terminal job is returned as it is, since terminal is terminal.
     * Empty when it is not there.
     */
    Optional<Job> cancel(TenantId tenant, JobId id, String reason);
}
