package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.BatchCancelled;
import io.renderyard.dialect.pictify.BatchNotes;
import io.renderyard.dialect.pictify.BatchQuery;
import io.renderyard.dialect.pictify.BatchResults;
import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.gateway.archive.Archive;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.WebSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells of batches, and calls them off; sections 10.2 to 10.4. */
@RestController
@Tag(name = "Pictify face")
class PictifyBatchResultsController {
    private static final int PAGE = 100;
    private static final int LAST_PAGE = 1_000_000;

    private final BatchReader reader;
    private final BatchLedger ledger;
    private final Archive archive;
    private final ApiLinks links;

    PictifyBatchResultsController(BatchReader reader, BatchLedger ledger, Archive archive, WebSettings web) {
        this.reader = reader;
        this.ledger = ledger;
        this.archive = archive;
        this.links = new ApiLinks(web.baseUrl());
    }

    @Operation(
            summary = "Get what has come of a batch",
            description = "All of it, or pages where the query has page or limit, or what has one status.")
    @GetMapping("/pictify/templates/batch/{id}/results")
    BatchResults results(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_READ) Credential credential,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String limit) {
        BatchQuery query = query(Queries.word(status), Queries.word(page), Queries.word(limit));
        Batch batch = find(credential.tenant(), id);
        return BatchResults.of(batch, reader.items(batch), query, links);
    }

    private static BatchQuery query(@Nullable String status, @Nullable String page, @Nullable String limit) {
        if (status != null && !BatchQuery.STATUSES.contains(status)) {
            throw Refusal.of(List.of(new FieldProblem(
                    "status", "must be " + String.join(" or ", BatchQuery.STATUSES), "invalid_format")));
        }
        boolean paged = page != null || limit != null;
        return new BatchQuery(
                status,
                Queries.number("page", page, 1, 1, LAST_PAGE),
                paged ? Queries.number("limit", limit, PAGE, 1, PAGE) : null);
    }

    @Operation(summary = "Call a batch off", description = "What was finished keeps its address.")
    @PostMapping("/pictify/templates/batch/{id}/cancel")
    BatchCancelled cancel(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential, @PathVariable String id) {
        Batch found = find(credential.tenant(), id);
        Batch batch = ledger.cancel(found.tenant(), found.id(), "called off by its owner")
                .orElse(found);
        if (batch.state() != BatchState.CANCELLED) {
            throw Refusal.of(HttpStatus.CONFLICT, "conflict", "The batch is over: nothing of it can be called off.");
        }
        return BatchCancelled.of(batch, reader.items(batch));
    }

    @Operation(
            summary = "Get a batch's finished files in one ZIP",
            description = "manifest.csv, then what there is by now in the order of the sets.")
    @GetMapping("/pictify/templates/batch/{id}/download")
    void download(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_READ) Credential credential,
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Batch batch = find(credential.tenant(), id);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"batch-" + batch.id() + ".zip\"");
        archive.write(batch, response.getOutputStream());
    }

    /** Other batches of the same owner are not of this face. */
    private Batch find(TenantId tenant, String id) {
        return BatchId.parse(id)
                .flatMap(known -> reader.find(tenant, known))
                .filter(BatchNotes::isOf)
                .orElseThrow(() -> Refusal.unknown("batch", id));
    }
}
