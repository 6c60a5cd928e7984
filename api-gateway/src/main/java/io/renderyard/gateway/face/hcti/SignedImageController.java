package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.Bodies;
import io.renderyard.dialect.hcti.Definition;
import io.renderyard.dialect.hcti.ImageRequests;
import io.renderyard.dialect.hcti.TemplateName;
import io.renderyard.dialect.hcti.TemplateReference;
import io.renderyard.gateway.artifact.Query;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.tenant.SigningKey;
import io.renderyard.kernel.tenant.SigningKeys;
import io.renderyard.kernel.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Addresses that say what is to be drawn and prove who wants it; section 6. The same one is the same image. */
@RestController
@Tag(name = "HTML/CSS to Image face")
class SignedImageController {
    private static final String VERSION = "template_version";

    private final SigningKeys keys;
    private final TemplateLedger templates;
    private final ImageMaker maker;
    private final TemplateVariables variables;
    private final SignedAnswer answer;

    SignedImageController(
            SigningKeys keys,
            TemplateLedger templates,
            ImageMaker maker,
            TemplateVariables variables,
            SignedAnswer answer) {
        this.keys = keys;
        this.templates = templates;
        this.maker = maker;
        this.variables = variables;
        this.answer = answer;
    }

    @Operation(summary = "Create an image by a signed address")
    @GetMapping({"/v1/image/create-and-render/{apiId}/{token}", "/v1/image/create-and-render/{apiId}/{token}/{format}"})
    void create(
            @PathVariable String apiId,
            @PathVariable String token,
            @PathVariable(required = false) @Nullable String format,
            @Parameter(hidden = true) ServletWebRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        Signature signature = signature(token, request);
        SigningKey key = keys.find(apiId).filter(signature::isBy).orElseThrow(SignedImageController::invalid);
        SignedQuery query = SignedQuery.of(Query.parse(signature.query()), _ -> false);
        Definition definition =
                Refusal.orElse(ImageRequests.signed(Bodies.form(SentParameters.pairs(query.content()))));
        answer.give(key.tenant(), definition, format, query.options(), request, response);
    }

    @Operation(summary = "Create an image of a template by a signed address")
    @GetMapping({"/v1/image/{template}/{token}", "/v1/image/{template}/{token}/{format}"})
    void fill(
            @PathVariable String template,
            @PathVariable String token,
            @PathVariable(required = false) @Nullable String format,
            @Parameter(hidden = true) ServletWebRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        Signature signature = signature(token, request);
        TemplateId id = TemplateName.parse(template).orElseThrow(Pictures::unknown);
        // Whether there is such a template is nobody's business who cannot sign for it.
        TenantId tenant = templates
                .owner(id)
                .filter(owner -> keys.ofTenant(owner).stream().anyMatch(signature::isBy))
                .orElseThrow(SignedImageController::invalid);
        Query query = Query.parse(signature.query());
        SignedQuery parts =
                SignedQuery.of(query, variables.of(tenant, id, version(query), SignedQuery.isAmbiguous(query)));
        TemplateReference reference = new TemplateReference(
                id,
                version(query),
                Bodies.values(SentParameters.pairs(parts.content()).stream()
                        .filter(pair -> !pair.getKey().equals(VERSION))
                        .toList()));
        answer.give(tenant, maker.pinned(tenant, reference), format, parts.options(), request, response);
    }

    private static @Nullable Long version(Query query) {
        String text = query.all(VERSION).stream().reduce("", (_, last) -> last);
        if (!text.isEmpty() && !text.matches("[0-9]{1,18}")) {
            throw Refusal.of(new FieldError(VERSION, "must be a version's number"));
        }
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private static Signature signature(String token, ServletWebRequest request) {
        return new Signature(token, Objects.toString(request.getRequest().getQueryString(), ""));
    }

    /** The vendor's words. */
    private static RuntimeException invalid() {
        return Refusal.of(HttpStatus.UNAUTHORIZED, "Invalid token");
    }
}
