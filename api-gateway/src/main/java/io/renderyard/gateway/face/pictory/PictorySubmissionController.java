package io.renderyard.gateway.face.pictory;

import io.renderyard.dialect.pictory.ImageReading;
import io.renderyard.dialect.pictory.ImageRequests;
import io.renderyard.dialect.pictory.ImageSubmitted;
import io.renderyard.dialect.pictory.PictoryError;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.NamedBody;
import io.renderyard.gateway.submission.Submissions;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.RequestKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes prompts; contract, section 3. */
@RestController
@Tag(name = "Pictory face")
class PictorySubmissionController {
    private final ImageRequests requests;
    private final BoundedBody bodies;
    private final Submissions submissions;

    PictorySubmissionController(ModelCatalogue catalogue, BoundedBody bodies, Submissions submissions) {
        this.requests = new ImageRequests(catalogue);
        this.bodies = bodies;
        this.submissions = submissions;
    }

    /** The stops that the gateway owns, in their order: face, gate, accept. */
    @Operation(summary = "Create an image of a prompt", description = "Answers at once; then poll the job.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = {
                                @ExampleObject(name = "prompt alone", value = PictoryExamples.PROMPT),
                                @ExampleObject(name = "everything", value = PictoryExamples.ALL)
                            }))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImageSubmitted.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Something is wrong with the body; nothing was written",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PictoryError.class)))
    @PostMapping("/pictoryapis/v1/aistudio/images")
    ResponseEntity<Object> submit(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @Parameter(description = "Who of your people sends it; kept on the job, and otherwise without meaning")
                    @RequestHeader(name = "X-Pictory-User-Id", required = false)
                    @Nullable
                    String user,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        SentBody.requireJson(request);
        NamedBody body = bodies.named(request);
        return switch (requests.read(body.bytes(), credential, user)) {
            case ImageReading.Wrong(List<FieldError> errors) -> PictoryErrors.body(errors);
            case ImageReading.Understood(Submission submission) -> judge(submission, body.key());
        };
    }

    private ResponseEntity<Object> judge(Submission submission, @Nullable IdempotencyKey key) {
        List<FieldError> refused = submissions.judge(submission);
        return refused.isEmpty() ? accept(submission, key) : PictoryErrors.body(ImageRequests.notPublic(refused));
    }

    private ResponseEntity<Object> accept(Submission submission, @Nullable IdempotencyKey key) {
        return switch (submissions.accept(submission, key)) {
            case Acceptance.Accepted<Job>(Job job) -> answer(job, false);
            case Acceptance.Repeated<Job>(Job job) -> answer(job, true);
            case Acceptance.KeyTaken<Job> ignored -> throw RequestKey.taken();
        };
    }

    private static ResponseEntity<Object> answer(Job job, boolean replayed) {
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (replayed) {
            answer.header(RequestKey.REPLAYED, "true");
        }
        return answer.body(ImageSubmitted.of(job.id()));
    }
}
