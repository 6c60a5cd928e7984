package io.renderyard.kernel.image;

import java.time.Instant;

/**
 * How many images were created in one interval of time.
 *
 * @param from its beginning, UTC
 */
public record ImageCount(Instant from, long images) {}
