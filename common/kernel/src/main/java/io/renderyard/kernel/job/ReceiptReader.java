package io.renderyard.kernel.job;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Optional;

/** Finds the receipt of a job's artifact. */
public interface ReceiptReader {
    /** Empty when the job is another tenant's, not known, or has no artifact. */
    Optional<Receipt> find(TenantId tenant, JobId job);
}
