package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.gateway.submission.Submissions;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Submission;
import io.renderyard.process.web.RequestKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Has pictures drawn while the client waits. */
@Component
class DrawnPictures {
    /** Well below the 30 s after which the clients give up, so that they are told something. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Submissions submissions;
    private final ArtifactCatalogue catalogue;

    DrawnPictures(Submissions submissions, ArtifactCatalogue catalogue) {
        this.submissions = submissions;
        this.catalogue = catalogue;
    }

    /** @throws Refusal 422 when an address of it may not be contacted */
    private void judge(Submission submission) {
        List<FieldError> refused = submissions.judge(submission);
        if (!refused.isEmpty()) {
            String why = refused.getFirst().message();
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "blocked url",
                    "The url " + why + ".",
                    "BLOCKED_URL",
                    List.of(new FieldProblem("url", why, "blocked")));
        }
    }

    /** When it returns, the job is on disk. */
    Job accept(Submission submission, @Nullable IdempotencyKey key) {
        return switch (submissions.accept(submission, key)) {
            case Acceptance.Accepted<Job>(Job job) -> job;
            case Acceptance.Repeated<Job>(Job job) -> job;
            case Acceptance.KeyTaken<Job> ignored -> throw taken();
        };
    }

    static Refusal taken() {
        return Refusal.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency conflict",
                String.valueOf(RequestKey.taken().getMessage()));
    }

    /**
     * Judged, accepted, and waited for.
     *
     * @throws Refusal when there is no picture, or none in time
     */
    ArtifactCatalogue.Entry draw(Submission submission, @Nullable IdempotencyKey key) throws InterruptedException {
        return await(begin(submission, key), PATIENCE);
    }

    /** Judged and accepted. */
    Job begin(Submission submission, @Nullable IdempotencyKey key) {
        judge(submission);
        return accept(submission, key);
    }

    ArtifactCatalogue.Entry await(Job accepted, Duration atMost) throws InterruptedException {
        Job job = accepted.state().isTerminal() ? accepted : submissions.await(accepted, atMost);
        return switch (job.outcome()) {
            case Job.Succeeded(var artifact) ->
                catalogue
                        .find(artifact.id())
                        .orElseThrow(() -> Refusal.of(
                                HttpStatus.INTERNAL_SERVER_ERROR, "render failed", "The picture is no longer kept."));
            case Job.Failed(var failure) -> throw Failures.refusal(failure);
            case Job.Cancelled(String reason) ->
                throw Refusal.of(HttpStatus.CONFLICT, "conflict", "The render was called off: " + reason);
            case Job.Cleaned ignored -> throw Refusal.of(HttpStatus.CONFLICT, "conflict", "The render was wiped.");
            case Job.Queued _, Job.Running _ -> throw late(job);
        };
    }

    private static Refusal late(Job job) {
        return Refusal.of(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "render timeout",
                        "The picture is not ready yet. Ask again in a moment, with the same request.")
                .with(Map.of("jobId", job.id().toString()));
    }
}
