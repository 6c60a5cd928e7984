package io.renderyard.db.artifact;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ArtifactRows extends Repository<ArtifactRow, String> {
    Optional<ArtifactRow> findById(String id);
}
