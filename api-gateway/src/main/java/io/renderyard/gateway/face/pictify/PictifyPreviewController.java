package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.PreviewRequest;
import io.renderyard.dialect.pictify.PreviewView;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.NamedBody;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries a template out before it is kept; section 7.7. */
@RestController
@Tag(name = "Pictify face")
class PictifyPreviewController {
    private final BoundedBody bodies;
    private final Renders renders;
    private final DrawnPictures pictures;
    private final DataUrls urls;
    private final InstantSource clock;

    PictifyPreviewController(
            BoundedBody bodies, Renders renders, DrawnPictures pictures, DataUrls urls, InstantSource clock) {
        this.bodies = bodies;
        this.renders = renders;
        this.pictures = pictures;
        this.urls = urls;
        this.clock = clock;
    }

    @Operation(
            summary = "Preview a template that is not kept",
            description = "The picture is in the answer, as a data URL: png, jpg, jpeg or webp.")
    @PostMapping("/pictify/templates/preview")
    PreviewView preview(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        Instant asked = clock.instant();
        PreviewRequest wanted = Refusal.orElse(PreviewRequest.read(body.bytes(), asked));
        Submission submission = renders.of(credential.tenant(), wanted);
        Instant filled = clock.instant();
        ArtifactCatalogue.Entry picture = pictures.draw(submission, body.key());
        Instant drawn = clock.instant();
        String url = urls.of(picture.artifact());
        return PreviewView.of(
                picture,
                url,
                wanted.drawing().output().word(),
                PreviewView.Timings.of(
                        Duration.between(asked, filled),
                        Duration.between(filled, drawn),
                        Duration.between(drawn, clock.instant())));
    }
}
