package io.renderyard.db.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.render.Extent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Read only: the row is written by the statement that ends the job. */
@Entity
@Immutable
@Table(name = "artifact")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class ArtifactRow {
    @Id
    String id;

    UUID jobId;
    String storageKey;
    String contentType;
    long size;
    int width;
    int height;

    @Nullable
    Integer frames;

    @Nullable
    Integer lengthMillis;

    @Nullable
    Integer pages;

    String sha256;

    protected ArtifactRow() {}

    public Artifact artifact() {
        return new Artifact(new ArtifactId(id), new ArtifactKey(storageKey), contentType, size, extent(), sha256);
    }

    private Extent extent() {
        if (frames != null && lengthMillis != null) {
            return new Extent.Moving(width, height, frames, Duration.ofMillis(lengthMillis));
        }
        return pages == null ? new Extent.Still(width, height) : new Extent.Paged(width, height, pages);
    }
}
