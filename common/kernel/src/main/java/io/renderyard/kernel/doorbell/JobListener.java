package io.renderyard.kernel.doorbell;

/** Hears that jobs may be ready. */
public interface JobListener {
    /**
     * Returns when the ring is dealt with: the attempt ended, or, of a job that a model paints, goes on by itself; or
     * someone else has the job. Interruptible.
     *
     * @return what is to become of the ring
     */
    Heard hear(Ring.JobReady ring) throws InterruptedException;

    /** What became of a ring. */
    enum Heard {
        /** Forget it. */
        DONE,
        /** Nobody is free here: let another listener hear it. */
        NOT_NOW
    }
}
