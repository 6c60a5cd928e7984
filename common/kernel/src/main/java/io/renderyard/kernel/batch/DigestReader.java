package io.renderyard.kernel.batch;

import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import java.util.List;

/** Finds what a digest tells of. */
public interface DigestReader {
    /** The items that ended in a digest's span of events, in the order of their ends; never more than 1,000. */
    List<Ended> ends(EventId digest);

    /**
     * An item that ended.
     *
     * @param row of the upload, from 1
     */
    record Ended(int row, JobState state, JobId job) {}
}
