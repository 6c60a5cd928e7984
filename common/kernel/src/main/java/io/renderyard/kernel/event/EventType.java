package io.renderyard.kernel.event;

import io.renderyard.kernel.job.JobState;
import java.util.Locale;

/** What can happen to a job for good: one event per terminal state. */
public enum EventType {
    JOB_SUCCEEDED(JobState.SUCCEEDED),
    JOB_FAILED(JobState.FAILED),
    JOB_CANCELLED(JobState.CANCELLED);

    private final JobState state;

    EventType(JobState state) {
        this.state = state;
    }

    /** The terminal state that this event tells of. */
    public JobState state() {
        return state;
    }

    /** The type on the wire, such as {@code job.succeeded}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
