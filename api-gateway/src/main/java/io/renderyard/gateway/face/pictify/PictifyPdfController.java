package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.PdfPage;
import io.renderyard.dialect.pictify.PdfPresets;
import io.renderyard.dialect.pictify.PdfView;
import io.renderyard.dialect.pictify.Reading;
import io.renderyard.dialect.pictify.RenderRequest;
import io.renderyard.dialect.pictify.RenderRequests;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.NamedBody;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.template.TemplateVersion;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents; section 6. */
@RestController
@Tag(name = "Pictify face")
class PictifyPdfController {
    private final BoundedBody bodies;
    private final Templates templates;
    private final Renders renders;
    private final DrawnPictures pictures;
    private final ArtifactCatalogue catalogue;
    private final ApiLinks links;

    PictifyPdfController(
            BoundedBody bodies,
            Templates templates,
            Renders renders,
            DrawnPictures pictures,
            ArtifactCatalogue catalogue,
            WebSettings web) {
        this.bodies = bodies;
        this.templates = templates;
        this.renders = renders;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.links = new ApiLinks(web.baseUrl());
    }

    @Operation(summary = "Make a document of a template")
    @PostMapping("/pictify/pdf/render")
    PdfView render(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        return draw(credential, body.key(), RenderRequests.pdf(body.bytes()));
    }

    @Operation(summary = "Make a document of a template, with pages for each set of variables")
    @PostMapping("/pictify/pdf/multi-page")
    PdfView pages(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        return draw(credential, body.key(), RenderRequests.pages(body.bytes()));
    }

    private PdfView draw(Credential credential, @Nullable IdempotencyKey key, Reading<RenderRequests.Document> reading)
            throws InterruptedException {
        RenderRequests.Document document = Refusal.orElse(reading);
        TemplateVersion template = templates.find(credential.tenant(), document.template());
        RenderRequest wanted = document.request();
        ArtifactCatalogue.Entry entry = pictures.draw(renders.of(template, Layout.base(template), wanted), key);
        return PdfView.of(entry, wanted.preset(), links);
    }

    @Operation(summary = "List papers by name")
    @GetMapping("/pictify/pdf/presets")
    PdfPresets presets(@Parameter(hidden = true) @Needs({}) Credential credential) {
        return PdfPresets.all();
    }

    @Operation(summary = "List documents, newest first")
    @GetMapping("/pictify/pdf")
    PdfPage list(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_READ) Credential credential,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String offset) {
        Window window = Window.of(limit, offset);
        List<PdfView> found =
                catalogue
                        .page(credential.tenant(), ArtifactCatalogue.Kind.DOCUMENT, window.offset(), window.limit())
                        .stream()
                        .map(entry -> PdfView.of(entry, null, links))
                        .toList();
        long total = catalogue.count(credential.tenant(), ArtifactCatalogue.Kind.DOCUMENT);
        return PdfPage.of(found, total, window.limit(), window.offset());
    }
}
