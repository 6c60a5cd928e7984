package io.renderyard.kernel.job;

import org.jspecify.annotations.Nullable;

/** Stop 3 of the journey: the moment we say yes. */
public interface SubmissionLedger {
    /**
     * Writes job, key and ring in one transaction. When it returns, the job is on disk and will reach exactly one
     * terminal state; when it throws, nothing was written.
     *
     * <p>A submission that may share a picture becomes a job that has succeeded already, or that ends when a job of the
     * same content ends.
     *
     * @param key the client's name for this request; none when null
     */
    Acceptance<Job> accept(Submission submission, @Nullable IdempotencyKey key);
}
