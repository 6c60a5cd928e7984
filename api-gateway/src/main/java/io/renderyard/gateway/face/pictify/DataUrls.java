package io.renderyard.gateway.face.pictify;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Stored pictures as text; RFC 2397. */
@Component
class DataUrls {
    /** Bytes of the picture: the text has a third more and is held in memory. */
    static final long MOST = 10_000_000;

    private final ArtifactStore store;

    DataUrls(ArtifactStore store) {
        this.store = store;
    }

    /** @throws Refusal 422 when it is too large */
    String of(Artifact picture) throws IOException {
        if (picture.size() > MOST) {
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "render failed",
                    "The picture has more than 10 MB, which is too much for a data URL. Ask for jpeg or webp or for a"
                            + " smaller size, or keep the template and render it.",
                    "PICTURE_TOO_LARGE",
                    List.of());
        }
        try (InputStream bytes = store.find(picture.key(), 0).orElseThrow(DataUrls::gone)) {
            return "data:" + picture.contentType() + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes.readAllBytes());
        }
    }

    private static Refusal gone() {
        return Refusal.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "render failed",
                "The picture is no longer kept. Send the request again.");
    }
}
