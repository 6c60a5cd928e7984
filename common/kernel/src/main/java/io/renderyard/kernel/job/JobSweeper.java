package io.renderyard.kernel.job;

import java.util.List;

/** What must be done about jobs that nobody is looking after. Each step is safe to repeat and to run in many places. */
public interface JobSweeper {
    /** Ends the attempts of workers that fell silent; their jobs are queued again or fail. */
    int reclaimLostLeases();

    /** Rings for jobs that have become due. */
    int ringForDue();

    /**
     * Rings again for jobs of a lane whose rings seem to be lost.
     *
     * @param everythingUnheard true when the doorbell holds no ring of this lane, so that any waiting job lost its own
     */
    int ringAgain(Lane lane, boolean everythingUnheard);

    List<JobQueueStatus> queues();
}
