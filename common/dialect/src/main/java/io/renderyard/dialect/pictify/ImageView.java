package io.renderyard.dialect.pictify;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactCatalogue;

/**
 * A picture that was made; sections 4.1 and 4.2.
 *
 * @param uid the same as {@code id}
 * @param size bytes
 */
public record ImageView(
        String url, String id, String uid, int width, int height, String format, long size, String createdAt) {
    /** In its own format. */
    public static ImageView of(ArtifactCatalogue.Entry entry, ApiLinks links) {
        String path = entry.artifact().key().path();
        return of(entry, path.substring(path.lastIndexOf('.') + 1), links);
    }

    /** @param format as the client named it */
    public static ImageView of(ArtifactCatalogue.Entry entry, String format, ApiLinks links) {
        Artifact artifact = entry.artifact();
        return new ImageView(
                links.artifact(artifact),
                artifact.id().toString(),
                artifact.id().toString(),
                artifact.extent().width(),
                artifact.extent().height(),
                format,
                artifact.size(),
                Times.of(entry.createdAt()));
    }
}
