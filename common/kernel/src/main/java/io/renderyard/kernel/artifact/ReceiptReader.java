package io.renderyard.kernel.artifact;

import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Optional;

/** Finds the receipt of a job's artifact. */
public interface ReceiptReader {
    /** Empty when the job is another tenant's, not known, or has no artifact. */
    Optional<Receipt> find(TenantId tenant, JobId job);
}
