package io.renderyard.kernel.usage;

import java.time.Instant;

/**
 * What happened in one interval of time.
 *
 * @param from its beginning, UTC
 * @param accepted renders that were asked for: jobs, and each item of a batch, warm hits and repeated attempts of a
 *     batch's items included
 * @param succeeded how many ended well in this time, whenever they were accepted
 * @param failed how many ended badly
 */
public record RenderCount(Instant from, long accepted, long succeeded, long failed) {}
