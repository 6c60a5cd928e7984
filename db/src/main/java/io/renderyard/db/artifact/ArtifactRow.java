package io.renderyard.db.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

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
    String sha256;

    protected ArtifactRow() {}

    public Artifact artifact() {
        return new Artifact(new ArtifactId(id), new ArtifactKey(storageKey), contentType, size, width, height, sha256);
    }
}
