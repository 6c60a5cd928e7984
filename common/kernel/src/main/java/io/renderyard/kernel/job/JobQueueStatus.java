package io.renderyard.kernel.job;

import java.time.Duration;

/**
 * How full a lane is.
 *
 * @param waiting jobs that are due and not claimed
 * @param oldest how long the oldest of them has waited since it was due; zero when none waits
 */
public record JobQueueStatus(Lane lane, long waiting, Duration oldest) {}
