package io.renderyard.kernel.artifact;

import io.renderyard.kernel.render.Extent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of a stored picture.
 *
 * @param size bytes
 * @param sha256 lower-case hex of the stored bytes; also the ETag
 * @param expiredAt since when it is no longer served; null while it is kept
 */
public record Artifact(
        ArtifactId id,
        ArtifactKey key,
        String contentType,
        long size,
        Extent extent,
        String sha256,
        @Nullable Instant expiredAt) {

    /** One that is kept. */
    public Artifact(ArtifactId id, ArtifactKey key, String contentType, long size, Extent extent, String sha256) {
        this(id, key, contentType, size, extent, sha256, null);
    }

    public boolean isExpired() {
        return expiredAt != null;
    }
}
