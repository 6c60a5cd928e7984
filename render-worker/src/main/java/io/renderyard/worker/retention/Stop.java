package io.renderyard.worker.retention;

/** Whether the worker stops; looked at between two steps, since each may be the last. */
interface Stop {
    boolean isWanted();
}
