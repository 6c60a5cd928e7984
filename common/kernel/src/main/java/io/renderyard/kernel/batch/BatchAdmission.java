package io.renderyard.kernel.batch;

/** What moves batches on. Each step is safe to repeat and to run in several processes. */
public interface BatchAdmission {
    /**
     * Admits held items of open batches, as many as each one's concurrency leaves room for, in the order of their rows.
     * Those whose picture is there already end at once; those whose picture another one draws follow it.
     *
     * @return how many were admitted; more may be waiting when it is not zero
     */
    int admit();

    /**
     * Goes on cancelling the items of batches that were called off, some of each at a time, so that others are not held up.
     *
     * @return how many were cancelled; more may be left when it is not zero
     */
    int callOff();

    /** Ends batches of which no item is left, each with its event. */
    int finish();

    /** Writes the digests that are due. */
    int digest();
}
