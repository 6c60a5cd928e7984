package io.renderyard.kernel.job;

/** Stop 3 of the journey: the moment we say yes. */
public interface SubmissionLedger {
    /**
     * Writes job and ring in one transaction. When it returns, the job is on disk and will reach exactly one terminal
     * state; when it throws, nothing was written.
     */
    Job accept(Submission submission);
}
