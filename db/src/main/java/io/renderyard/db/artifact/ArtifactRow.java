package io.renderyard.db.artifact;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.render.Extent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An artifact's row, as every query that shows one selects it. Written by the statement that ends the job. */
public final class ArtifactRow {
    /** To stand between {@code select} and {@code from artifact}; its names are the row's alone. */
    public static final String COLUMNS = """
            artifact.id as artifact_id, artifact.storage_key, artifact.content_type, artifact.size, artifact.width,
            artifact.height, artifact.frames, artifact.length_millis, artifact.pages, artifact.sha256,
            artifact.backend, artifact.credits, artifact.expired_at""";

    private ArtifactRow() {}

    public static Artifact read(ResultSet row) throws SQLException {
        return new Artifact(
                new ArtifactId(row.getString("artifact_id")),
                new ArtifactKey(row.getString("storage_key")),
                row.getString("content_type"),
                row.getLong("size"),
                extent(row),
                row.getString("sha256"),
                painting(row),
                Timestamps.readOrNull(row, "expired_at"));
    }

    private static @Nullable Painting painting(ResultSet row) throws SQLException {
        String backend = row.getString("backend");
        return backend == null ? null : new Painting(backend, row.getBigDecimal("credits"));
    }

    private static Extent extent(ResultSet row) throws SQLException {
        int width = row.getInt("width");
        int height = row.getInt("height");
        Integer frames = number(row, "frames");
        Integer lengthMillis = number(row, "length_millis");
        if (frames != null && lengthMillis != null) {
            return new Extent.Moving(width, height, frames, Duration.ofMillis(lengthMillis));
        }
        Integer pages = number(row, "pages");
        return pages == null ? new Extent.Still(width, height) : new Extent.Paged(width, height, pages);
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
