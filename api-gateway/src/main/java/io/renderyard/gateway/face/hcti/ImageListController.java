package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.ImageLinks;
import io.renderyard.dialect.hcti.ImageMetadata;
import io.renderyard.dialect.hcti.ImagePage;
import io.renderyard.dialect.hcti.PageToken;
import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.WebSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Tells an owner of his images; sections 8.3 and 8.4. */
@RestController
@Tag(name = "HTML/CSS to Image face")
class ImageListController {
    private static final int MOST = 50;

    private final ImageLedger ledger;
    private final JobReader jobs;
    private final ImageLinks links;

    ImageListController(ImageLedger ledger, JobReader jobs, WebSettings web) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.links = new ImageLinks(web.baseUrl());
    }

    @Operation(summary = "List images, newest first")
    @GetMapping("/v1/images")
    ImagePage list(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_READ) TenantId tenant,
            @RequestParam(required = false) @Nullable String count,
            @RequestParam(name = "page_token", required = false) @Nullable String pageToken) {
        int limit = PageRequest.count(count, MOST, MOST);
        return ImagePage.of(ledger.page(tenant, last(pageToken), limit + 1), limit, links);
    }

    private static @Nullable ImageId last(@Nullable String token) {
        return token == null || token.isBlank()
                ? null
                : PageToken.parse(token)
                        .orElseThrow(() -> Refusal.of(
                                new FieldError("page_token", "must be a next_page_token that an earlier page gave")));
    }

    @Operation(summary = "Get what is known of an image")
    @GetMapping("/v1/images/{id}")
    ObjectNode get(@Parameter(hidden = true) @Needs(Scope.IMAGES_READ) TenantId tenant, @PathVariable String id) {
        Image image = ImageId.parse(id)
                .flatMap(ledger::find)
                .filter(found -> found.tenant().equals(tenant) && !found.deleted())
                .orElseThrow(() -> unknown(id));
        String definition = ledger.findDefinition(image.id()).orElseThrow(() -> unknown(id));
        return ImageMetadata.of(image, definition, renderedAt(image).orElse(null));
    }

    private static RuntimeException unknown(String id) {
        return Refusal.of(HttpStatus.NOT_FOUND, "There is no image with the id " + id + ".");
    }

    /** The later one, where it was drawn as pixels and as pages. */
    private Optional<Instant> renderedAt(Image image) {
        return Stream.of(Rendition.values())
                .flatMap(rendition -> ledger.drawing(image.id(), rendition).stream())
                .flatMap(job -> jobs.find(image.tenant(), job).stream())
                .filter(job -> job.outcome() instanceof Job.Succeeded)
                .map(job -> Objects.requireNonNull(job.finishedAt()))
                .max(Instant::compareTo);
    }
}
