package io.renderyard.kernel.batch;

/** Where a batch stands. It follows from its items, except that a cancel ends it at once. */
public enum BatchState {
    /** No item was admitted yet. */
    PENDING,
    /** Items are in flight, or wait to be. */
    PROCESSING,
    /** All items succeeded. */
    COMPLETED,
    /** Some items succeeded. */
    PARTIAL,
    /** No item succeeded. */
    FAILED,
    /** Called off by its owner. */
    CANCELLED;

    public boolean isTerminal() {
        return this != PENDING && this != PROCESSING;
    }
}
