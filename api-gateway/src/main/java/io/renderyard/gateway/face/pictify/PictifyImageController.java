package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.ImagePage;
import io.renderyard.dialect.pictify.ImageRequests;
import io.renderyard.dialect.pictify.ImageView;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** DrawnPictures of html, of a page, or of a template; section 4. */
@RestController
@Tag(name = "Pictify face")
class PictifyImageController {
    private final BoundedBody bodies;
    private final Renders renders;
    private final DrawnPictures pictures;
    private final ArtifactCatalogue catalogue;
    private final ApiLinks links;

    PictifyImageController(
            BoundedBody bodies, Renders renders, DrawnPictures pictures, ArtifactCatalogue catalogue, WebSettings web) {
        this.bodies = bodies;
        this.renders = renders;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.links = new ApiLinks(web.baseUrl());
    }

    @Operation(summary = "Make a picture of html, of a page, or of a template")
    @PostMapping("/pictify/image")
    ImageView create(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        return draw(credential, body.key(), ImageRequests.image(body.bytes()));
    }

    @Operation(summary = "Make a link preview of a template")
    @PostMapping("/pictify/image/og-image")
    ImageView card(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        return draw(credential, body.key(), ImageRequests.card(body.bytes()));
    }

    private ImageView draw(Credential credential, @Nullable IdempotencyKey key, Reading<PictureRequest> reading)
            throws InterruptedException {
        PictureRequest wanted = Refusal.orElse(reading);
        ArtifactCatalogue.Entry entry = pictures.draw(renders.of(credential.tenant(), wanted, Size.CARD), key);
        return ImageView.of(entry, wanted.drawing().output().word(), links);
    }

    @Operation(summary = "List pictures that stand still, newest first")
    @GetMapping("/pictify/image")
    ImagePage list(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_READ) Credential credential,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String offset) {
        Window window = Window.of(limit, offset);
        List<ImageView> found =
                catalogue
                        .page(credential.tenant(), ArtifactCatalogue.Kind.STILL, window.offset(), window.limit())
                        .stream()
                        .map(entry -> ImageView.of(entry, links))
                        .toList();
        long total = catalogue.count(credential.tenant(), ArtifactCatalogue.Kind.STILL);
        return ImagePage.of(found, total, window.limit(), window.offset());
    }

    @Operation(summary = "Get what is known of a picture")
    @GetMapping("/pictify/image/{uid}")
    Map<String, ImageView> get(@PathVariable String uid) {
        return Map.of(
                "image",
                ArtifactId.parse(uid)
                        .flatMap(catalogue::find)
                        .map(entry -> ImageView.of(entry, links))
                        .orElseThrow(() -> Refusal.unknown("image", uid)));
    }
}
