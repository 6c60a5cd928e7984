package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.TemplateAnswer;
import io.renderyard.dialect.pictify.TemplateName;
import io.renderyard.dialect.pictify.TemplatePage;
import io.renderyard.dialect.pictify.TemplateRequests;
import io.renderyard.dialect.pictify.TemplateVariables;
import io.renderyard.dialect.pictify.TemplateView;
import io.renderyard.dialect.pictify.ThumbnailsView;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.NamedBody;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.template.TemplateFilter;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.template.TemplateVersionId;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keeps templates; section 7. */
@RestController
@Tag(name = "Pictify face")
class PictifyTemplateController {
    private final BoundedBody bodies;
    private final TemplateLedger ledger;
    private final Templates templates;
    private final Thumbnails thumbnails;
    private final StaleThumbnails stale;
    private final InstantSource clock;

    PictifyTemplateController(
            BoundedBody bodies,
            TemplateLedger ledger,
            Templates templates,
            Thumbnails thumbnails,
            StaleThumbnails stale,
            InstantSource clock) {
        this.bodies = bodies;
        this.ledger = ledger;
        this.templates = templates;
        this.thumbnails = thumbnails;
        this.stale = stale;
        this.clock = clock;
    }

    @Operation(summary = "Create a template")
    @PostMapping("/pictify/templates")
    TemplateAnswer create(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_CREATE_UPDATE) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        NamedBody body = bodies.named(request);
        Templates.Declared declared =
                Templates.declared(Refusal.orElse(TemplateRequests.create(body.bytes(), clock.instant())));
        TemplateVersionId id = templates.create(credential.tenant(), declared.content(), body.key());
        return answer(credential, TemplateName.of(id.template()), declared);
    }

    @Operation(summary = "Change a template", description = "What is not sent stays as it is.")
    @PutMapping("/pictify/templates/{uid}")
    TemplateAnswer change(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_CREATE_UPDATE) Credential credential,
            @PathVariable String uid,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        TemplateVersion before = templates.find(credential.tenant(), uid);
        Templates.Declared declared = Templates.declared(
                Refusal.orElse(TemplateRequests.change(bodies.read(request), before.content(), clock.instant())));
        TemplateVersionId unused = ledger.change(
                        credential.tenant(), before.id().template(), declared.content())
                .orElseThrow(() -> Refusal.unknown("template", uid));
        return answer(credential, uid, declared);
    }

    private TemplateAnswer answer(Credential credential, String uid, Templates.Declared declared) {
        TemplateVersion version = templates.find(credential.tenant(), uid);
        Job unused = thumbnails.renew(version);
        return TemplateAnswer.of(TemplateView.whole(version, thumbnails.address(version)), declared.added());
    }

    @Operation(summary = "Get a template")
    @GetMapping("/pictify/templates/{uid}")
    TemplateAnswer get(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_READ) Credential credential, @PathVariable String uid) {
        TemplateVersion version = templates.find(credential.tenant(), uid);
        return TemplateAnswer.of(TemplateView.whole(version, thumbnails.address(version)));
    }

    @Operation(summary = "Delete a template with all its versions")
    @DeleteMapping("/pictify/templates/{uid}")
    Map<String, Object> delete(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_DELETE) Credential credential, @PathVariable String uid) {
        TemplateVersion version = templates.find(credential.tenant(), uid);
        if (!ledger.delete(credential.tenant(), version.id().template())) {
            throw Refusal.unknown("template", uid);
        }
        return Map.of("message", "Template deleted successfully", "deleted", true, "uid", uid);
    }

    @Operation(summary = "Get a template's variables")
    @GetMapping("/pictify/templates/{uid}/variables")
    TemplateVariables variables(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_READ) Credential credential, @PathVariable String uid) {
        return TemplateVariables.of(templates.find(credential.tenant(), uid));
    }

    @Operation(summary = "Draw a template's small picture anew")
    @PostMapping("/pictify/templates/{uid}/regenerate-thumbnail")
    Map<String, @Nullable Object> redraw(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_CREATE_UPDATE) Credential credential,
            @PathVariable String uid)
            throws InterruptedException {
        String address = thumbnails.redraw(templates.find(credential.tenant(), uid));
        return Map.of("message", "Thumbnail regenerated successfully", "thumbnail", address);
    }

    @Operation(
            summary = "Draw the small pictures that are missing or older than their template",
            description = "Up to 20 at a time, among the 1,000 newest templates.")
    @PostMapping("/pictify/templates/regenerate-thumbnails")
    ThumbnailsView redraw(@Parameter(hidden = true) @Needs(Scope.TEMPLATES_CREATE_UPDATE) Credential credential)
            throws InterruptedException {
        return stale.renew(credential.tenant());
    }

    @Operation(summary = "List templates")
    @GetMapping({"/pictify/templates", "/pictify/templates/search"})
    TemplatePage list(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_READ) Credential credential,
            @RequestParam Map<String, String> query) {
        return page(credential, TemplateQuery.of(query));
    }

    @Operation(summary = "List templates of one type")
    @GetMapping("/pictify/templates/type/{type}")
    TemplatePage ofType(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_READ) Credential credential,
            @PathVariable String type,
            @RequestParam Map<String, String> query) {
        return page(credential, TemplateQuery.of(query).ofType(type));
    }

    private TemplatePage page(Credential credential, TemplateQuery query) {
        TemplateFilter filter = query.filter();
        long offset = (long) (query.page() - 1) * query.limit();
        return TemplatePage.of(
                ledger.page(credential.tenant(), filter, offset, query.limit()).stream()
                        .map(version -> TemplateView.item(version, thumbnails.address(version)))
                        .toList(),
                query.page(),
                query.limit(),
                ledger.count(credential.tenant(), filter));
    }
}
