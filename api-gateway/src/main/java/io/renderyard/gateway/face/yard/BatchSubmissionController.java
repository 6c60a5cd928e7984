package io.renderyard.gateway.face.yard;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.dialect.yard.BatchReading;
import io.renderyard.dialect.yard.BatchUpload;
import io.renderyard.dialect.yard.BatchView;
import io.renderyard.dialect.yard.SubmissionContext;
import io.renderyard.gateway.submission.BatchSubmissions;
import io.renderyard.gateway.submission.Spool;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.render.Content.OnDisk;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.RequestKey;
import io.renderyard.process.web.WebSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Batches")
class BatchSubmissionController {
    private final Spool spool;
    private final BatchSubmissions submissions;
    private final ModelCatalogue models;
    private final ApiLinks links;
    private final InstantSource clock;

    BatchSubmissionController(
            Spool spool, BatchSubmissions submissions, ModelCatalogue models, WebSettings web, InstantSource clock) {
        this.spool = spool;
        this.submissions = submissions;
        this.models = models;
        this.links = new ApiLinks(web.baseUrl());
        this.clock = clock;
    }

    /** The stops that the gateway owns, in their order: face, gate, accept. */
    @Operation(
            summary = "Submit a batch",
            description =
                    "Up to 100,000 items in up to 200 MB, accepted whole or not at all; a row that is no item fails"
                            + " alone. The head has the members of a job's submission without webhookUrl, and concurrency,"
                            + " priority and webhook. JSON: the head with items. NDJSON: the head in the first line, then an"
                            + " item a line. CSV: the first row names the variables; the head is the query parameter head. Or a"
                            + " form with the parts head and items.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(type = "object"),
                        examples = {
                            @ExampleObject(name = "cards", value = BatchExamples.CARDS),
                            @ExampleObject(name = "pages", value = BatchExamples.PAGES),
                            @ExampleObject(name = "prompts", value = BatchExamples.PAINTINGS)
                        }),
                @Content(
                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(name = "a line each", value = BatchExamples.LINES)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(name = "a row each", value = BatchExamples.TABLE))
            })
    @Parameter(
            in = ParameterIn.QUERY,
            name = "head",
            description = "The head as JSON, where the body has items only",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.HEADER,
            name = RequestKey.HEADER,
            description = "Your own name for this request, as with jobs",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "202",
            description = "On disk with all its rows",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    @PostMapping(path = "/api/v1/batches", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchView> submit(
            @Parameter(hidden = true) Credential credential, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        RequestKey key = RequestKey.of(request);
        BatchBody body = BatchBody.of(request, key);
        try (Spool.Upload upload = spool.take(body.items(), key)) {
            SubmissionContext context = SubmissionContext.of(credential, models);
            BatchUpload batch = read(BatchUpload.read(body.form(), new OnDisk(upload.file()), body.head(), context));
            Refusal.ofAny(submissions.judge(batch.head()));
            try (BatchUpload.Rows rows = batch.open()) {
                return answer(submissions.accept(batch.head(), rows, key.key().orElse(null)));
            }
        }
    }

    private ResponseEntity<BatchView> answer(Acceptance<Batch> acceptance) {
        return switch (acceptance) {
            case Acceptance.Accepted<Batch>(Batch accepted) ->
                answer(accepted).body(BatchView.of(accepted, links, clock.instant()));
            case Acceptance.Repeated<Batch>(Batch before) ->
                answer(before).header(RequestKey.REPLAYED, "true").body(BatchView.of(before, links, clock.instant()));
            case Acceptance.KeyTaken<Batch> ignored -> throw RequestKey.taken();
        };
    }

    private ResponseEntity.BodyBuilder answer(Batch batch) {
        return ResponseEntity.accepted().location(URI.create(links.batch(batch.id())));
    }

    private static BatchUpload read(BatchReading reading) {
        return switch (reading) {
            case BatchReading.Understood(BatchUpload upload) -> upload;
            case BatchReading.Unreadable(String why) ->
                throw new ProblemException(
                        Problem.of(HttpStatus.BAD_REQUEST, "unreadable upload", why + " Nothing was accepted."));
            case BatchReading.Wrong(List<FieldError> errors) -> throw Refusal.of(errors);
        };
    }
}
