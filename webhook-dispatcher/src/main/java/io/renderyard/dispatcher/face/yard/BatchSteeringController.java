package io.renderyard.dispatcher.face.yard;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.dialect.yard.BatchView;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.RequestKey;
import io.renderyard.process.web.WebSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/batches/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Batches")
class BatchSteeringController {
    private final BatchLedger ledger;
    private final ApiLinks links;
    private final InstantSource clock;

    BatchSteeringController(BatchLedger ledger, WebSettings web, InstantSource clock) {
        this.ledger = ledger;
        this.links = new ApiLinks(web.baseUrl());
        this.clock = clock;
    }

    @Operation(summary = "Cancel a batch", description = "All that has not ended. One that ended otherwise stays: 409.")
    @PostMapping("/cancel")
    BatchView cancel(@Parameter(hidden = true) TenantId tenant, @PathVariable String id) {
        Batch batch = found(id, known -> ledger.cancel(tenant, known, "Cancelled by its owner."));
        if (batch.state().isTerminal() && batch.state() != BatchState.CANCELLED) {
            throw ended(batch);
        }
        return view(batch);
    }

    @Operation(summary = "Pause a batch", description = "Admits no more items; what is in flight ends.")
    @PostMapping("/pause")
    BatchView pause(@Parameter(hidden = true) TenantId tenant, @PathVariable String id) {
        return going(found(id, known -> ledger.pause(tenant, known)));
    }

    @Operation(summary = "Resume a batch")
    @PostMapping("/resume")
    BatchView resume(@Parameter(hidden = true) TenantId tenant, @PathVariable String id) {
        return going(found(id, known -> ledger.resume(tenant, known)));
    }

    @Operation(
            summary = "Retry what failed",
            description =
                    "A new job in the row of each item that failed, except of rows that were no items. A batch that"
                            + " had ended is open again.")
    @Parameter(
            in = ParameterIn.HEADER,
            name = RequestKey.HEADER,
            description = "Your own name for this request, as with jobs",
            schema = @Schema(type = "string"))
    @PostMapping("/retry")
    ResponseEntity<BatchView> retry(
            @Parameter(hidden = true) TenantId tenant,
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request) {
        RequestKey key = RequestKey.of(request);
        Acceptance<Batch> acceptance =
                found(id, known -> ledger.retry(tenant, known, key.key().orElse(null)));
        return switch (acceptance) {
            case Acceptance.Accepted<Batch>(Batch batch) ->
                ResponseEntity.accepted().body(view(batch));
            case Acceptance.Repeated<Batch>(Batch batch) ->
                ResponseEntity.accepted().header(RequestKey.REPLAYED, "true").body(view(batch));
            case Acceptance.KeyTaken<Batch> ignored -> throw RequestKey.taken();
        };
    }

    private static <T> T found(String id, Function<BatchId, Optional<T>> move) {
        return BatchId.parse(id).flatMap(move).orElseThrow(() -> BatchController.notFound(id));
    }

    private BatchView going(Batch batch) {
        if (batch.state().isTerminal()) {
            throw ended(batch);
        }
        return view(batch);
    }

    private BatchView view(Batch batch) {
        return BatchView.of(batch, links, clock.instant());
    }

    private static ProblemException ended(Batch batch) {
        return new ProblemException(Problem.of(
                HttpStatus.CONFLICT,
                "already ended",
                "The batch has ended (" + batch.state().name().toLowerCase(Locale.ROOT)
                        + "). Retry puts what failed to work again."));
    }
}
