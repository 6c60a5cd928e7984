package io.renderyard.db.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactReader;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredArtifacts implements ArtifactReader {
    private static final String FIND = "select " + ArtifactRow.COLUMNS + " from artifact where id = :id";

    private final JdbcClient jdbc;

    StoredArtifacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Artifact> find(ArtifactId id) {
        return jdbc.sql(FIND)
                .param("id", id.value())
                .query((row, number) -> ArtifactRow.read(row))
                .optional();
    }
}
