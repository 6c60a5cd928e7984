package io.renderyard.kernel.job;

import java.util.List;

/** What must be done about jobs that nobody is looking after. Each step is safe to repeat and to run in many places. */
public interface JobSweeper {
    /** Ends the attempts of workers that fell silent; their jobs are queued again or fail. */
    int reclaimLostLeases();

    /** Rings for jobs that have become due. */
    int ringForDue();

    /**
     * Rings again for the jobs of a lane that have waited for a while since their last ring. To be called when the
     * doorbell holds no ring of this lane: while it holds some, each of them brings a worker to whoever is next.
     */
    int ringAgain(Lane lane);

    /** Ends or moves on those whose leader ended without them, since whoever ended it died half-way. */
    int settleFollowers();

    List<JobQueueStatus> queues();
}
