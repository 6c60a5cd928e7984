package io.renderyard.gateway.face.yard;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.dialect.yard.JobRequest;
import io.renderyard.dialect.yard.JobRequests;
import io.renderyard.dialect.yard.JobView;
import io.renderyard.dialect.yard.Reading;
import io.renderyard.dialect.yard.SubmissionContext;
import io.renderyard.dialect.yard.Warnings;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.NamedBody;
import io.renderyard.gateway.submission.Submissions;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.prompt.ModelCatalogue;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Jobs")
class JobSubmissionController {
    private final BoundedBody bodies;
    private final Submissions submissions;
    private final ModelCatalogue models;
    private final ApiLinks links;

    JobSubmissionController(BoundedBody bodies, Submissions submissions, ModelCatalogue models, WebSettings web) {
        this.bodies = bodies;
        this.submissions = submissions;
        this.models = models;
        this.links = new ApiLinks(web.baseUrl());
    }

    /** The stops that the gateway owns, in their order: face, gate, accept. */
    @Operation(summary = "Submit a job")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = JobRequest.class),
                            examples = {
                                @ExampleObject(name = "html card", value = SubmissionExamples.CARD),
                                @ExampleObject(name = "whole page of a URL", value = SubmissionExamples.FULL_PAGE),
                                @ExampleObject(name = "filled in", value = SubmissionExamples.FILLED),
                                @ExampleObject(name = "moving picture", value = SubmissionExamples.GIF),
                                @ExampleObject(name = "document", value = SubmissionExamples.PDF),
                                @ExampleObject(name = "prompt for a model", value = SubmissionExamples.PROMPT),
                                @ExampleObject(
                                        name = "card before a painted background",
                                        value = SubmissionExamples.PAINTED)
                            }))
    @ApiResponse(responseCode = "202", description = "On disk, and to be drawn")
    @ApiResponse(
            responseCode = "200",
            description =
                    "Ended: its picture was there already (cache), or came within the time that Prefer: wait gave")
    @ApiResponse(
            responseCode = "422",
            description = "The Idempotency-Key was used for another request; nothing was written",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Something is wrong with the submission; nothing was written",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @Parameter(
            in = ParameterIn.HEADER,
            name = RequestKey.HEADER,
            description =
                    "Your own name for this request, 1 to 255 visible ASCII characters: repeated within 24 hours it"
                            + " answers with the job that it made, and Idempotency-Replayed: true",
            schema = @Schema(type = "string"))
    @PostMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobView> submit(
            @Parameter(hidden = true) Credential credential,
            @Parameter(description = "wait=N holds the answer until the job has ended, N seconds (≤ 60) at most")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        Submission submission = read(body.bytes(), SubmissionContext.of(credential, models));
        Refusal.ofAny(submissions.judge(submission));
        List<String> warnings = Warnings.of(submission, models);
        return switch (submissions.accept(submission, body.key())) {
            case Acceptance.Accepted<Job>(Job job) -> answer(job, warnings, prefer, false);
            case Acceptance.Repeated<Job>(Job job) -> answer(job, warnings, prefer, true);
            case Acceptance.KeyTaken<Job> ignored -> throw RequestKey.taken();
        };
    }

    private ResponseEntity<JobView> answer(
            Job accepted, List<String> warnings, @Nullable String prefer, boolean replayed)
            throws InterruptedException {
        Optional<Duration> wait = Preference.wait(prefer);
        Job job = wait.isPresent() ? submissions.await(accepted, wait.get()) : accepted;
        boolean there = wait.isPresent() ? job.state().isTerminal() : isBornEnded(job);
        var answer = ResponseEntity.status(there ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create(links.job(job.id())));
        wait.ifPresent(applied -> answer.header("Preference-Applied", "wait=" + applied.toSeconds()));
        if (replayed) {
            answer.header(RequestKey.REPLAYED, "true");
        }
        return answer.body(JobView.of(job, links).with(warnings));
    }

    /** Its picture was there already. A repeated request is so told what the first one was, however long ago that is. */
    private static boolean isBornEnded(Job job) {
        return job.createdAt().equals(job.finishedAt());
    }

    private static Submission read(byte[] body, SubmissionContext context) {
        return switch (JobRequests.read(body, context)) {
            case Reading.Understood understood -> understood.submission();
            case Reading.NotJson notJson ->
                throw new ProblemException(
                        Problem.of(HttpStatus.BAD_REQUEST, "not json", "The body is not JSON: " + notJson.why()));
            case Reading.Wrong wrong -> throw Refusal.of(wrong.errors());
        };
    }
}
