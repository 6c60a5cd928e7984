package io.renderyard.kernel.artifact;

import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An owner's pictures, whichever face they were asked for at. Those that are no longer served are not there. */
public interface ArtifactCatalogue {
    /** @param createdAt when it was drawn */
    record Entry(Artifact artifact, Instant createdAt) {}

    /** What kind of result it is. */
    enum Kind {
        /** One picture that stands still. */
        STILL,
        /** A GIF. */
        MOVING,
        /** A PDF. */
        DOCUMENT
    }

    /** Whoever knows the id may see it. */
    Optional<Entry> find(ArtifactId id);

    /** Newest first. */
    List<Entry> page(TenantId tenant, Kind kind, long offset, int limit);

    long count(TenantId tenant, Kind kind);
}
