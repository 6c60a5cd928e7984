package io.renderyard.kernel.artifact;

import io.renderyard.kernel.render.Extent;

/**
 * What the ledger knows of a stored picture.
 *
 * @param size bytes
 * @param sha256 lower-case hex of the stored bytes; also the ETag
 */
public record Artifact(ArtifactId id, ArtifactKey key, String contentType, long size, Extent extent, String sha256) {}
