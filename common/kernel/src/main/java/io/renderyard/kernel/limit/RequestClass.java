package io.renderyard.kernel.limit;

/** Requests that are counted together, apart from the others. */
public enum RequestClass {
    /** Those that make or change something. */
    SUBMISSIONS,
    /** All others. */
    POLLS
}
