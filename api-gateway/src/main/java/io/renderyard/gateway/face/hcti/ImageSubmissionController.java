package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.BatchRequests;
import io.renderyard.dialect.hcti.ImageCreated;
import io.renderyard.dialect.hcti.ImageLinks;
import io.renderyard.dialect.hcti.ImageRequest;
import io.renderyard.dialect.hcti.ImageRequests;
import io.renderyard.dialect.hcti.ImagesCreated;
import io.renderyard.dialect.hcti.TemplateName;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.WebSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes requests for pictures; sections 3, 7.2 and 8.1. */
@RestController
@Tag(name = "HTML/CSS to Image face")
class ImageSubmissionController {
    /** How many pictures a request made; 0 where there was one already. */
    private static final String CONSUMED = "x-renders-consumed";

    private final SentParameters bodies;
    private final ImageMaker maker;
    private final ImageLinks links;

    ImageSubmissionController(SentParameters bodies, ImageMaker maker, WebSettings web) {
        this.bodies = bodies;
        this.maker = maker;
        this.links = new ImageLinks(web.baseUrl());
    }

    @Operation(summary = "Create an image of html, a url or a template")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = {
                                @ExampleObject(name = "html", value = ImageExamples.HTML),
                                @ExampleObject(name = "url", value = ImageExamples.URL),
                                @ExampleObject(name = "template", value = ImageExamples.FILLED)
                            }))
    @PostMapping("/v1/image")
    ResponseEntity<ImageCreated> create(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) TenantId tenant,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        return one(tenant, Refusal.orElse(ImageRequests.create(bodies.read(request))));
    }

    @Operation(summary = "Create an image of a template, of its latest version where none is named")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = {@ExampleObject(name = "values", value = ImageExamples.VALUES)}))
    @PostMapping({"/v1/image/{template}", "/v1/image/{template}/{version}"})
    ResponseEntity<ImageCreated> fill(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) TenantId tenant,
            @PathVariable String template,
            @PathVariable(required = false) @Nullable String version,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        TemplateId id = TemplateName.parse(template)
                .orElseThrow(() -> Refusal.of(new FieldError("template_id", "is not a template's id")));
        return one(tenant, Refusal.orElse(ImageRequests.templated(bodies.read(request), id, number(version))));
    }

    private static @Nullable Long number(@Nullable String version) {
        if (version != null && !version.matches("[0-9]{1,18}")) {
            throw Refusal.of(new FieldError("template_version", "must be a version's number"));
        }
        return version == null ? null : Long.valueOf(version);
    }

    private ResponseEntity<ImageCreated> one(TenantId tenant, ImageRequest request) {
        ImageMaker.Made made = maker.judge(tenant, request, null);
        maker.write(made);
        return answer(List.of(made)).body(created(made, request));
    }

    @Operation(summary = "Create up to 25 images of html and urls")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = {@ExampleObject(name = "batch", value = ImageExamples.BATCH)}))
    @PostMapping("/v1/image/batch")
    ResponseEntity<ImagesCreated> createAll(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) TenantId tenant,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        return all(tenant, Refusal.orElse(BatchRequests.create(bodies.read(request))));
    }

    @Operation(summary = "Create up to 25 images of templates")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = {@ExampleObject(name = "batch", value = ImageExamples.FILLED_BATCH)}))
    @PostMapping("/v1/image/batch/templated")
    ResponseEntity<ImagesCreated> fillAll(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) TenantId tenant,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        return all(tenant, Refusal.orElse(BatchRequests.templated(bodies.read(request))));
    }

    /** All are judged before the first is written. */
    private ResponseEntity<ImagesCreated> all(TenantId tenant, List<ImageRequest> requests) {
        List<ImageMaker.Made> made = maker.judge(tenant, requests);
        made.forEach(maker::write);
        List<ImageCreated> created = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            created.add(created(made.get(i), requests.get(i)));
        }
        return answer(made).body(new ImagesCreated(created));
    }

    private ImageCreated created(ImageMaker.Made made, ImageRequest request) {
        return new ImageCreated(
                links.image(made.id(), request.extension()), made.id().toString());
    }

    private static ResponseEntity.BodyBuilder answer(List<ImageMaker.Made> made) {
        long consumed =
                made.stream().filter(ImageMaker.Made.Fresh.class::isInstance).count();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(CONSUMED, Long.toString(consumed))
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
