package io.renderyard.kernel.retention;

import java.time.Duration;

/**
 * Takes what has served its time out of the ledger, in steps of at most {@value #STEP} rows, each a short transaction.
 * Every step may die anywhere and be repeated, and may be taken by several workers at once.
 *
 * <p>Each method gives how many rows its step took. Where there are none, there is nothing left to do now, or another
 * worker is at it.
 */
public interface Retention {
    /** The most rows of one statement. */
    int STEP = 500;

    /** Marks artifacts that nobody was given for that long: from then on their URL answers that they are gone. */
    int expireArtifacts(Duration age);

    /**
     * Deletes events with their deliveries, from the beginning of each tenant's ledger, so that it never has a hole; stops
     * at the first that is too young or still to be delivered.
     */
    int deleteEvents(Duration age);

    /**
     * Deletes finished jobs that were submitted alone, and expires the artifacts that nobody points to any more. Spares
     * those that others still follow and those whose event is still there: a smaller age than the events' cuts nothing.
     */
    int deleteJobs(Duration age);

    /** Deletes finished batches with their items, as {@link #deleteJobs} does with jobs: first the items, then the batch. */
    int deleteBatches(Duration age);

    /** Deletes idempotency keys that are no longer valid. */
    int deleteKeys();

    /** Deletes credits that were reserved and not charged when their job ended, and charges that are older than 13 months. */
    int deletePaintings();

    /** Deletes the rows of artifacts that have no bytes any more and that no job points to. */
    int deleteArtifacts();
}
