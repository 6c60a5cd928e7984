package io.renderyard.kernel.retention;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ledger knows of stored bytes, for whoever deletes those that nobody needs and misses those that are gone. */
public interface ArtifactCollection {
    /**
     * Artifacts whose bytes are to be deleted, those first that expired first. They expired a moment ago at least, so whoever
     * looked one up just before has opened it by now.
     */
    List<Artifact> findExpired(int atMost);

    /** Notes that there are no bytes any more. Dying before it repeats the deletion, which is quiet. */
    void deleted(List<ArtifactId> artifacts);

    /**
     * Which of these keys belong to somebody: to an artifact that has not lost its bytes, or to an attempt that is under way.
     * What belongs to nobody never will, since an attempt that is over can write nothing down.
     */
    Set<ArtifactKey> owned(List<ArtifactKey> keys);

    /** Artifacts that must have bytes, in the order of their ids; {@code after} is null for the first page. */
    List<Artifact> page(@Nullable ArtifactId after, int atMost);
}
