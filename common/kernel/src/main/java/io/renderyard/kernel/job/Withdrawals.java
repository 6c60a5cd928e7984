package io.renderyard.kernel.job;

import java.util.function.Consumer;

/**
 * Tells which jobs were taken from whoever works on them: cancelled, or given to another. A hint, and one that may be lost:
 * read the ledger for the fact.
 */
public interface Withdrawals {
    /** Calls the listener, on a shared thread, until the subscription is closed. */
    JobChanges.Subscription subscribe(Consumer<JobId> listener);
}
