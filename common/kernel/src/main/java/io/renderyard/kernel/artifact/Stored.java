package io.renderyard.kernel.artifact;

import java.time.Instant;

/**
 * Bytes that lie in a store, all of them or a part that a died writer left.
 *
 * @param since when they were written, by the store's clock
 */
public record Stored(ArtifactKey key, Instant since) {}
