package io.renderyard.kernel.job;

/**
 * Why an attempt or a job failed.
 *
 * @param message for the person who sent the job: what failed, why, how to mend it; never a secret or an inside address
 */
public record Failure(FailureCode code, String message) {}
