package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.Definition;
import io.renderyard.dialect.hcti.ImageRequests;
import io.renderyard.dialect.hcti.TemplateForm;
import io.renderyard.dialect.hcti.TemplateMade;
import io.renderyard.dialect.hcti.TemplateName;
import io.renderyard.dialect.hcti.TemplatePage;
import io.renderyard.handlebars.HandlebarsTemplate;
import io.renderyard.handlebars.InvalidTemplateException;
import io.renderyard.kernel.template.Engine;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keeps templates; section 7. */
@RestController
@Tag(name = "HTML/CSS to Image face")
class TemplateController {
    private static final int FEW = 10;
    private static final int MOST = 100;

    private final SentParameters bodies;
    private final TemplateLedger templates;

    TemplateController(SentParameters bodies, TemplateLedger templates) {
        this.bodies = bodies;
        this.templates = templates;
    }

    @Operation(summary = "Create a template")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = {@ExampleObject(name = "template", value = ImageExamples.TEMPLATE)}))
    @PostMapping("/v1/template")
    TemplateMade create(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_CREATE_UPDATE) TenantId tenant,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        return TemplateMade.of(templates.create(tenant, read(request)));
    }

    @Operation(summary = "Add a version to a template")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = {@ExampleObject(name = "template", value = ImageExamples.TEMPLATE)}))
    @PostMapping("/v1/template/{id}")
    TemplateMade change(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_CREATE_UPDATE) TenantId tenant,
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        TemplateId template = TemplateName.parse(id).orElseThrow(() -> unknown(id));
        TemplateContent content = read(request);
        Engine engine = templates
                .find(tenant, template, null)
                .orElseThrow(() -> unknown(id))
                .content()
                .engine();
        if (engine != content.engine()) {
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "This template is not written in Handlebars, so it can only be changed where it was made.");
        }
        return templates.change(tenant, template, content).map(TemplateMade::of).orElseThrow(() -> unknown(id));
    }

    private TemplateContent read(HttpServletRequest request) throws IOException {
        Definition definition = Refusal.orElse(ImageRequests.template(bodies.read(request)));
        try {
            if (!HandlebarsTemplate.compile(definition.markup()).hasPlaces()) {
                throw Refusal.of(
                        ImageRequests.invalidTemplate("must have at least one placeholder, such as {{title}}"));
            }
        } catch (InvalidTemplateException e) {
            throw Refusal.of(ImageRequests.invalidTemplate(e.sentence()));
        }
        return TemplateForm.content(definition);
    }

    @Operation(summary = "List the latest version of each template")
    @GetMapping("/v1/template")
    TemplatePage list(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_READ) TenantId tenant,
            @RequestParam(required = false) @Nullable String count,
            @RequestParam(name = "max_version", required = false) @Nullable String maxVersion) {
        int limit = PageRequest.count(count, FEW, MOST);
        return TemplatePage.of(
                templates.latest(tenant, PageRequest.number("max_version", maxVersion), limit + 1), limit);
    }

    @Operation(summary = "List all versions of a template")
    @GetMapping("/v1/template/{id}")
    TemplatePage versions(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_READ) TenantId tenant,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String count,
            @RequestParam(name = "max_version", required = false) @Nullable String maxVersion) {
        int limit = PageRequest.count(count, FEW, MOST);
        TemplateId template = TemplateName.parse(id).orElseThrow(() -> unknown(id));
        List<TemplateVersion> versions =
                templates.versions(tenant, template, PageRequest.number("max_version", maxVersion), limit + 1);
        if (versions.isEmpty() && templates.find(tenant, template, null).isEmpty()) {
            throw unknown(id);
        }
        return TemplatePage.of(versions, limit);
    }

    @Operation(summary = "Delete a template with all its versions")
    @DeleteMapping("/v1/template/{id}")
    ResponseEntity<Void> delete(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_DELETE) TenantId tenant, @PathVariable String id) {
        boolean deleted = TemplateName.parse(id)
                .filter(template -> templates.delete(tenant, template))
                .isPresent();
        if (!deleted) {
            throw unknown(id);
        }
        return ResponseEntity.accepted().contentLength(0).build();
    }

    private static RuntimeException unknown(String id) {
        return Refusal.of(HttpStatus.NOT_FOUND, "There is no template with the id " + id + ".");
    }
}
