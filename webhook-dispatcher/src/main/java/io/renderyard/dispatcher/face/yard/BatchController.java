package io.renderyard.dispatcher.face.yard;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.dialect.yard.BatchPage;
import io.renderyard.dialect.yard.BatchView;
import io.renderyard.dialect.yard.ItemPage;
import io.renderyard.dispatcher.polling.Batches;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.WebSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping(path = "/api/v1/batches")
@Tag(name = "Batches")
class BatchController {
    private final Batches batches;
    private final BatchReader reader;
    private final Manifests manifests;
    private final BatchStreams streams;
    private final ApiLinks links;
    private final InstantSource clock;

    BatchController(
            Batches batches,
            BatchReader reader,
            Manifests manifests,
            BatchStreams streams,
            WebSettings web,
            InstantSource clock) {
        this.batches = batches;
        this.reader = reader;
        this.manifests = manifests;
        this.streams = streams;
        this.links = new ApiLinks(web.baseUrl());
        this.clock = clock;
    }

    @Operation(summary = "List batches, newest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    BatchPage list(
            @Parameter(hidden = true) TenantId tenant,
            @Parameter(description = "nextCursor of the page before")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    String cursor) {
        BatchId before = Parameters.cursor(cursor, BatchPage::readCursor);
        return BatchPage.of(reader.page(tenant, before, BatchPage.SIZE + 1), links, clock.instant());
    }

    @Operation(summary = "Get a batch", description = "How far it is: totals, progress, rate and estimated end.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchView> get(@Parameter(hidden = true) TenantId tenant, @PathVariable String id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(BatchView.of(find(tenant, id), links, clock.instant()));
    }

    @Operation(summary = "List a batch's items in the order of their rows")
    @GetMapping(path = "/{id}/items", produces = MediaType.APPLICATION_JSON_VALUE)
    ItemPage items(
            @Parameter(hidden = true) TenantId tenant,
            @PathVariable String id,
            @Parameter(description = "queued, running, succeeded, failed or cancelled")
                    @RequestParam(name = "state", required = false)
                    @Nullable
                    String state,
            @Parameter(description = "nextCursor of the page before")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    String cursor,
            @Parameter(description = "1 to 500; 50 when missing")
                    @RequestParam(name = "limit", required = false)
                    @Nullable
                    String limit) {
        JobState only = Parameters.state(state);
        int size = (int) Parameters.number("limit", limit, ItemPage.SIZE, 1, ItemPage.LARGEST);
        Integer after = Parameters.cursor(cursor, ItemPage::readCursor);
        Batch batch = find(tenant, id);
        return ItemPage.of(reader.items(tenant, batch.id(), only, after == null ? 0 : after, size + 1), size, links);
    }

    @Operation(
            summary = "Get a batch's manifest",
            description =
                    "What came of each row: row, state, url, sha256, error, jobId. A JSON object a line, or CSV with"
                            + " format=csv or Accept: text/csv.")
    @GetMapping(path = "/{id}/manifest")
    void manifest(
            @Parameter(hidden = true) TenantId tenant,
            @PathVariable String id,
            @Parameter(description = "ndjson or csv") @RequestParam(name = "format", required = false) @Nullable
                    String format,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Manifests.Form form = Manifests.Form.of(format, request.getHeader("Accept"));
        manifests.send(find(tenant, id), form, response);
    }

    @Operation(
            summary = "Watch a batch",
            description =
                    "Server-sent events named progress, each with the batch, at most two a second; one more, named"
                            + " after its state, when it has ended. The stream ends with the batch.")
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@Parameter(hidden = true) TenantId tenant, @PathVariable String id) {
        return streams.open(find(tenant, id));
    }

    private Batch find(TenantId tenant, String id) {
        return batches.find(tenant, id).orElseThrow(() -> notFound(id));
    }

    static ProblemException notFound(String id) {
        return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "not found", "There is no batch '" + id + "'."));
    }
}
