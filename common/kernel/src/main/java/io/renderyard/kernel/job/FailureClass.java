package io.renderyard.kernel.job;

/** Who can mend a failure. */
public enum FailureClass {
    /** The submission: send another one. */
    CALLER,
    /** The page that was drawn or the server it came from. */
    TARGET,
    /** Renderyard itself: its operator. */
    FARM,
    /** A limit that the picture went over. */
    RESOURCE
}
