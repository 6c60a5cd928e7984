package io.renderyard.kernel.subscription;

/** Whether a subscription is told of anything. */
public enum SubscriptionStatus {
    ACTIVE,
    /** Its owner wants no deliveries for now. */
    PAUSED,
    /** A delivery of it was given up; its owner resumes it once the endpoint is well. */
    FAILED
}
