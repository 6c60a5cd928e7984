package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.render.Extent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A result, as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArtifactView(
        String id,
        String url,
        String contentType,
        int width,
        int height,

        @JsonPropertyDescription("Of width and height: px, or pt (72 an inch) for the first page of a pdf.")
        String unit,

        @Nullable @JsonPropertyDescription("gif only: how many different pictures are shown.")
        Integer frames,

        @Nullable @JsonPropertyDescription("gif only: how long one round takes, in milliseconds.")
        Long durationMs,

        @Nullable @JsonPropertyDescription("pdf only.") Integer pages,

        @JsonPropertyDescription("Bytes.") long size,

        @JsonPropertyDescription("Of the bytes, in hex; also the ETag.")
        String sha256,

        @Nullable
        @JsonPropertyDescription("Since when url answers 410: the picture is no longer kept. Missing while it is.")
        Instant expiredAt) {

    static ArtifactView of(Artifact artifact, ApiLinks links) {
        Extent extent = artifact.extent();
        return new ArtifactView(
                artifact.id().value(),
                links.artifact(artifact),
                artifact.contentType(),
                extent.width(),
                extent.height(),
                extent instanceof Extent.Paged ? "pt" : "px",
                extent instanceof Extent.Moving moving ? moving.frames() : null,
                extent instanceof Extent.Moving moving ? moving.length().toMillis() : null,
                extent instanceof Extent.Paged paged ? paged.pages() : null,
                artifact.size(),
                artifact.sha256(),
                artifact.expiredAt());
    }
}
