package io.renderyard.kernel.artifact;

import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.render.Extent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of a stored picture.
 *
 * @param size bytes
 * @param sha256 lower-case hex of the stored bytes; also the ETag
 * @param painting what a model painted of it; null when none did
 * @param expiredAt since when it is no longer served; null while it is kept
 */
public record Artifact(
        ArtifactId id,
        ArtifactKey key,
        String contentType,
        long size,
        Extent extent,
        String sha256,
        @Nullable Painting painting,
        @Nullable Instant expiredAt) {

    /** One that is kept, and that no model painted. */
    public Artifact(ArtifactId id, ArtifactKey key, String contentType, long size, Extent extent, String sha256) {
        this(id, key, contentType, size, extent, sha256, null, null);
    }

    /** The same with what a model painted of it. */
    public Artifact with(@Nullable Painting painted) {
        return new Artifact(id, key, contentType, size, extent, sha256, painted, expiredAt);
    }

    public boolean isExpired() {
        return expiredAt != null;
    }
}
