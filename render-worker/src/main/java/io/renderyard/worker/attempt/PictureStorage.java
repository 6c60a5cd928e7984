package io.renderyard.worker.attempt;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores an attempt's picture under the attempt's own key. */
@Component
class PictureStorage {
    private static final Logger log = LoggerFactory.getLogger(PictureStorage.class);

    private final ArtifactStore store;
    private final SecureRandom random;

    PictureStorage(ArtifactStore store, SecureRandom random) {
        this.store = store;
        this.random = random;
    }

    Artifact store(Attempt attempt, Picture picture) throws IOException {
        ArtifactKey key = attempt.artifactKey(picture.format().extension());
        store.store(key, picture.content());
        return new Artifact(
                ArtifactId.random(random),
                key,
                picture.format().contentType(),
                picture.content().size(),
                picture.extent(),
                sha256(picture.content()));
    }

    /** Bytes that no row points to; if this fails they only take room. */
    void discard(Artifact artifact) {
        try {
            store.delete(artifact.key());
        } catch (IOException e) {
            log.warn("orphaned bytes stay under {}", artifact.key().path(), e);
        }
    }

    private static String sha256(Content content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(content.open(), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
