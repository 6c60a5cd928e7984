package io.renderyard.kernel.job;

import static io.renderyard.kernel.job.JobState.CANCELLED;
import static io.renderyard.kernel.job.JobState.FAILED;
import static io.renderyard.kernel.job.JobState.QUEUED;
import static io.renderyard.kernel.job.JobState.RUNNING;
import static io.renderyard.kernel.job.JobState.SUCCEEDED;

/**
 * The transition table. {@code docs/state-machine.md} is generated from it, the database refuses every other move, and
 * a test walks all 25 ordered pairs in both.
 */
public enum JobTransition {
    CLAIM(QUEUED, RUNNING, "a worker", "takes the lease and opens the next attempt"),
    RELEASE(RUNNING, QUEUED, "a worker that is asked to stop", "gives lease and attempt back, due at once"),
    RETRY(
            RUNNING,
            QUEUED,
            "the failing worker, or the sweeper when the lease ran out",
            "due again after a growing gap; at once when the lease ran out"),
    SUCCEED(RUNNING, SUCCEEDED, "the worker that holds the attempt", "records the artifact"),
    FAIL(
            RUNNING,
            FAILED,
            "the failing worker, or the sweeper",
            "records the failure; no attempt is left or none would help"),
    SHARE(QUEUED, SUCCEEDED, "whoever ends the job that it follows, or the sweeper", "is given that job's artifact"),
    SHARE_FAILURE(QUEUED, FAILED, "whoever ends the job that it follows, or the sweeper", "fails as that job did"),
    CANCEL_QUEUED(QUEUED, CANCELLED, "the owner", "nothing was drawn"),
    CANCEL_RUNNING(RUNNING, CANCELLED, "the owner", "the attempt is fenced off and its worker stops drawing");

    private final JobState from;
    private final JobState to;
    private final String mover;
    private final String effect;

    JobTransition(JobState from, JobState to, String mover, String effect) {
        this.from = from;
        this.to = to;
        this.mover = mover;
        this.effect = effect;
    }

    public JobState from() {
        return from;
    }

    public JobState to() {
        return to;
    }

    /** Who makes this move, in words for the documentation. */
    public String mover() {
        return mover;
    }

    /** What the move does, in words for the documentation. */
    public String effect() {
        return effect;
    }
}
