package io.renderyard.dialect.pictory;

import io.renderyard.kernel.job.JobId;

/** The answer of {@code POST /pictoryapis/v1/aistudio/images}; contract {@code pictory.md}, section 3.3. */
public record ImageSubmitted(boolean success, Data data) {
    /** @param jobId spelled so here, and {@code job_id} where jobs are read */
    public record Data(String jobId) {}

    public static ImageSubmitted of(JobId id) {
        return new ImageSubmitted(true, new Data(id.toString()));
    }
}
