package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.BatchAccepted;
import io.renderyard.dialect.pictify.BatchRequest;
import io.renderyard.dialect.pictify.BatchRequests;
import io.renderyard.gateway.GatewaySettings;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.NamedBody;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.RequestKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accepts batches; section 10.1. */
@RestController
@Tag(name = "Pictify face")
class PictifyBatchController {
    private final BoundedBody bodies;
    private final Templates templates;
    private final TemplateBatches batches;
    private final CsvSheets sheets;
    private final int mostSets;

    PictifyBatchController(
            BoundedBody bodies,
            Templates templates,
            TemplateBatches batches,
            CsvSheets sheets,
            GatewaySettings settings) {
        this.bodies = bodies;
        this.templates = templates;
        this.batches = batches;
        this.sheets = sheets;
        this.mostSets = settings.templateBatches().sets();
    }

    @Operation(
            summary = "Render a template with many sets of variables",
            description = "Each set in each of the layouts. A set that cannot be rendered fails alone.")
    @PostMapping({"/pictify/templates/{uid}/batch-render", "/pictify/templates/{uid}/batch"})
    ResponseEntity<BatchAccepted> submit(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @PathVariable String uid,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        TemplateVersion template = templates.find(credential.tenant(), uid);
        BatchRequest wanted = Refusal.orElse(BatchRequests.read(body.bytes(), mostSets));
        List<String> layouts = Layout.keys(template, wanted.render(), response);
        return switch (batches.accept(template, wanted, sets(wanted), layouts, body.key())) {
            case Acceptance.Accepted<Batch>(Batch batch) -> answer(batch, false);
            case Acceptance.Repeated<Batch>(Batch batch) -> answer(batch, true);
            case Acceptance.KeyTaken<Batch> ignored -> throw DrawnPictures.taken();
        };
    }

    private List<Map<String, @Nullable Object>> sets(BatchRequest wanted) throws InterruptedException {
        return switch (wanted.values()) {
            case BatchRequest.Sets(var all) -> all;
            case BatchRequest.Sheet(String address, var mappings) -> sheets.read(address, mappings, mostSets);
        };
    }

    private static ResponseEntity<BatchAccepted> answer(Batch batch, boolean repeated) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.ACCEPTED);
        if (repeated) {
            answer.header(RequestKey.REPLAYED, "true");
        }
        return answer.body(BatchAccepted.of(batch));
    }
}
