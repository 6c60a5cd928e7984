package io.renderyard.kernel.job;

import java.util.List;

/** What must be done about jobs that nobody is looking after. Each step is safe to repeat and to run in many places. */
public interface JobSweeper {
    /** Ends the attempts of workers that fell silent; their jobs are queued again or fail. */
    int reclaimLostLeases();

    /** Rings for jobs that have become due. */
    int ringForDue();

    /**
     * Rings again for jobs of a lane that have waited for a while since their last ring, as far as there are fewer rings
     * about than jobs that are ready: any ring brings a worker to whoever is next.
     *
     * @param unheard rings of this lane that the doorbell holds
     */
    int ringAgain(Lane lane, long unheard);

    /** Ends or moves on those whose leader ended without them, since whoever ended it died half-way. */
    int settleFollowers();

    List<JobQueueStatus> queues();
}
