package io.renderyard.db.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class StoredArtifacts implements ArtifactReader {
    private final ArtifactRows rows;

    StoredArtifacts(ArtifactRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Artifact> find(ArtifactId id) {
        return rows.findById(id.value()).map(ArtifactRow::artifact);
    }
}
