package io.renderyard.kernel.artifact;

import java.util.Optional;

/** Finds what the ledger knows of an artifact. Whoever knows the id may see it. */
public interface ArtifactReader {
    Optional<Artifact> find(ArtifactId id);
}
