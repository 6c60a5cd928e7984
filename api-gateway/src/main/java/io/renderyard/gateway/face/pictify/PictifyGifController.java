package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.GifMade;
import io.renderyard.dialect.pictify.GifPage;
import io.renderyard.dialect.pictify.GifView;
import io.renderyard.dialect.pictify.ImageRequests;
import io.renderyard.dialect.pictify.PictureRequest;
import io.renderyard.dialect.pictify.Reading;
import io.renderyard.dialect.pictify.Size;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.NamedBody;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.WebSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** DrawnPictures that move; section 5. */
@RestController
@Tag(name = "Pictify face")
class PictifyGifController {
    private final BoundedBody bodies;
    private final Renders renders;
    private final DrawnPictures pictures;
    private final ArtifactCatalogue catalogue;
    private final InstantSource clock;
    private final ApiLinks links;

    PictifyGifController(
            BoundedBody bodies,
            Renders renders,
            DrawnPictures pictures,
            ArtifactCatalogue catalogue,
            InstantSource clock,
            WebSettings web) {
        this.bodies = bodies;
        this.renders = renders;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.clock = clock;
        this.links = new ApiLinks(web.baseUrl());
    }

    @Operation(summary = "Make a GIF of what moves", description = "One round of the page's animations, for ever.")
    @PostMapping("/pictify/gif")
    GifMade create(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        return draw(credential, body.key(), ImageRequests.gif(body.bytes()));
    }

    @Operation(summary = "Record a page")
    @PostMapping("/pictify/gif/capture")
    GifMade capture(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        return draw(credential, body.key(), ImageRequests.capture(body.bytes()));
    }

    private GifMade draw(Credential credential, @Nullable IdempotencyKey key, Reading<PictureRequest> reading)
            throws InterruptedException {
        Instant begun = clock.instant();
        PictureRequest wanted = Refusal.orElse(reading);
        ArtifactCatalogue.Entry entry = pictures.draw(renders.of(credential.tenant(), wanted, Size.ANIMATION), key);
        return GifMade.of(GifView.of(entry, null, links), Duration.between(begun, clock.instant()));
    }

    @Operation(summary = "List GIFs, newest first")
    @GetMapping("/pictify/gif")
    GifPage list(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_READ) Credential credential,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String offset) {
        Window window = Window.of(limit, offset);
        List<GifView> found =
                catalogue
                        .page(credential.tenant(), ArtifactCatalogue.Kind.MOVING, window.offset(), window.limit())
                        .stream()
                        .map(entry -> GifView.of(entry, null, links))
                        .toList();
        long total = catalogue.count(credential.tenant(), ArtifactCatalogue.Kind.MOVING);
        return GifPage.of(found, total, window.limit(), window.offset());
    }

    @Operation(summary = "Get what is known of a GIF")
    @GetMapping("/pictify/gif/{uid}")
    Map<String, GifView> get(@PathVariable String uid) {
        return Map.of(
                "gif",
                ArtifactId.parse(uid)
                        .flatMap(catalogue::find)
                        .map(entry -> GifView.of(entry, null, links))
                        .orElseThrow(() -> Refusal.unknown("gif", uid)));
    }
}
