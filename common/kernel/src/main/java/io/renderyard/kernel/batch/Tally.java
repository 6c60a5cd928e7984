package io.renderyard.kernel.batch;

/**
 * What has become of a batch's items, each counted once; the sum is the number of rows.
 *
 * @param waiting held in the ledger, not admitted yet
 * @param queued admitted, and waiting for a worker or for the item that draws the same picture
 */
public record Tally(int waiting, int queued, int running, int succeeded, int failed, int cancelled) {
    public int total() {
        return waiting + queued + running + ended();
    }

    /** Items that are in a terminal state. */
    public int ended() {
        return succeeded + failed + cancelled;
    }
}
