package io.renderyard.kernel.artifact;

/**
 * What the ledger knows of a stored picture.
 *
 * @param size bytes
 * @param width pixels
 * @param height pixels
 * @param sha256 lower-case hex of the stored bytes; also the ETag
 */
public record Artifact(
        ArtifactId id, ArtifactKey key, String contentType, long size, int width, int height, String sha256) {}
