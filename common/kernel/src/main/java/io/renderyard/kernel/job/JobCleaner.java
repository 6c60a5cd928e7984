package io.renderyard.kernel.job;

import io.renderyard.kernel.tenant.TenantId;

/** An owner's way to have all that a job holds wiped. What is left is that it was there, and how it ended. */
public interface JobCleaner {
    /** Of a job that has ended: what it was to draw, what is known of the picture, and the picture. Safe to repeat. */
    Cleaning clean(TenantId tenant, JobId id);

    enum Cleaning {
        CLEANED,
        /** It has not ended; nothing was changed. */
        IN_PROGRESS,
        NOT_FOUND
    }
}
