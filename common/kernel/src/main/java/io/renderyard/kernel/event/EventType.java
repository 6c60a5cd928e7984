package io.renderyard.kernel.event;

import java.util.Locale;

/** What can happen: one event per terminal state of a job or a batch, and a batch's digests. */
public enum EventType {
    JOB_SUCCEEDED,
    JOB_FAILED,
    JOB_CANCELLED,
    /** Each item succeeded. */
    BATCH_COMPLETED,
    /** Some items succeeded. */
    BATCH_PARTIAL,
    /** No item succeeded. */
    BATCH_FAILED,
    BATCH_CANCELLED,
    /** A digest: what ended since the last one. */
    BATCH_PROGRESS;

    /** The type on the wire, such as {@code job.succeeded}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
