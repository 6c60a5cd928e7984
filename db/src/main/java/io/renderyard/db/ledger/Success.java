package io.renderyard.db.ledger;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.Attempt;

/**
 * What is to be written of an attempt that succeeded.
 *
 * @param receipt as it is stored
 * @param event the id of the event to be
 */
record Success(Attempt attempt, Artifact artifact, String receipt, EventId event) {}
