package io.renderyard.gateway.face.hcti;

import io.renderyard.gateway.artifact.PictureServer;
import io.renderyard.gateway.artifact.Wanted;
import io.renderyard.kernel.artifact.Artifact;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Serves images that are drawn, to the scripts of every page, too. */
@Component
class StoredImages {
    private final PictureServer pictures;

    StoredImages(PictureServer pictures) {
        this.pictures = pictures;
    }

    /**
     * @param id of the image, as it stands in the address
     * @param drawn when the artifact was
     */
    void serve(
            String id,
            Artifact artifact,
            Instant drawn,
            ImageOptions options,
            ServletWebRequest request,
            HttpServletResponse response)
            throws IOException {
        Wanted wanted = new Wanted(
                options.format().extension(),
                options.changes(),
                options.fileName(id).orElse(null),
                drawn,
                Map.of(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
        pictures.serve(artifact, wanted, request, response);
    }
}
