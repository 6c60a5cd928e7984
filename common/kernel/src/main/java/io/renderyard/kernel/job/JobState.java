package io.renderyard.kernel.job;

import java.util.Arrays;

/** Where a job stands. Who moves it on is written in {@link JobTransition}, the only transition table there is. */
public enum JobState {
    /** Waiting for its due time or for a worker. A worker's claim or a cancel moves it on. */
    QUEUED,
    /** Leased to one worker's attempt. That worker, a lease that ran out, or a cancel moves it on. */
    RUNNING,
    /** Its picture is stored and served. Nothing moves it on. */
    SUCCEEDED,
    /** Given up, with a typed failure. Nothing moves it on. */
    FAILED,
    /** Called off by its owner. Nothing moves it on. */
    CANCELLED;

    /** True when no transition leads out of this state. */
    public boolean isTerminal() {
        return Arrays.stream(JobTransition.values()).noneMatch(transition -> transition.from() == this);
    }

    /** True when some transition leads from here to there. */
    public boolean mayBecome(JobState next) {
        return Arrays.stream(JobTransition.values())
                .anyMatch(transition -> transition.from() == this && transition.to() == next);
    }
}
