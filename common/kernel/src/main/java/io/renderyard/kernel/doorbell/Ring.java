package io.renderyard.kernel.doorbell;

import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;

/** A hint that something may be ready. It carries a name and never a fact. */
public sealed interface Ring {
    /** A job may be ready to be claimed. */
    record JobReady(JobId job, Lane lane) implements Ring {}

    /** An event may be ready to be delivered. */
    record EventRecorded(EventId event) implements Ring {}
}
