package io.renderyard.dialect.pictory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.prompt.Painting;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /pictoryapis/v1/jobs/{id}}, and the body of a webhook; contract {@code pictory.md}, sections 4
 * and 8.
 */
public record PictoryJob(@JsonProperty("job_id") String jobId, boolean success, Data data) {
    /** Of webhooks that speak this language; see {@link io.renderyard.kernel.job.Webhook}. */
    public static final String SHAPE = "pictory";

    private static final String IN_PROGRESS = "in-progress";

    /** @param jobId only in lists, where the vendor has the id here */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
            @Nullable String jobId,
            @Nullable String status,
            @Nullable String url,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable BigDecimal aiCreditsUsed,
            @JsonProperty("error_code") @Nullable String errorCode,
            @JsonProperty("error_message") @Nullable String errorMessage) {

        static Data inProgress() {
            return new Data(null, IN_PROGRESS, null, null, null, null, null, null);
        }

        static Data completed(Artifact artifact, ApiLinks links) {
            return new Data(
                    null,
                    "completed",
                    links.artifact(artifact),
                    artifact.extent().width(),
                    artifact.extent().height(),
                    credits(artifact.painting()),
                    null,
                    null);
        }

        static Data cleaned() {
            return new Data(null, "cleaned", null, null, null, null, null, null);
        }

        static Data failed(String code, String message) {
            return new Data(null, "failed", null, null, null, null, code, message);
        }

        /** A picture that no model painted costs none. */
        private static BigDecimal credits(@Nullable Painting painting) {
            return painting == null ? BigDecimal.ZERO : Amounts.of(painting.credits());
        }

        private Data named(String id) {
            return new Data(id, status, url, width, height, aiCreditsUsed, errorCode, errorMessage);
        }
    }

    public static PictoryJob of(Job job, ApiLinks links) {
        String id = job.id().toString();
        return switch (job.outcome()) {
            // Clients loop while the status is this one word: everything that may still end well is called so.
            case Job.Queued ignored -> new PictoryJob(id, true, Data.inProgress());
            case Job.Running ignored -> new PictoryJob(id, true, Data.inProgress());
            case Job.Succeeded succeeded -> new PictoryJob(id, true, Data.completed(succeeded.artifact(), links));
            case Job.Failed failed ->
                new PictoryJob(
                        id,
                        false,
                        Data.failed(code(failed.failure()), failed.failure().message()));
            case Job.Cleaned ignored -> new PictoryJob(id, true, Data.cleaned());
            case Job.Cancelled cancelled -> new PictoryJob(id, false, Data.failed("JOB_CANCELLED", cancelled.reason()));
        };
    }

    /** One answer for unknown, malformed, expired and another's: it is no oracle (section 4.5). */
    public static PictoryJob notFound(String id) {
        return new PictoryJob(id, false, new Data(null, null, null, null, null, null, "5000", "JOB_NOT_FOUND"));
    }

    @JsonIgnore
    public boolean isInProgress() {
        return IN_PROGRESS.equals(data.status());
    }

    /** With the id where lists have it. */
    PictoryJob named() {
        return new PictoryJob(jobId, success, data.named(jobId));
    }

    /** The same characters wherever a job is told of, so that a webhook and a poll cannot differ. */
    public String json() {
        return Json.write(this);
    }

    private static String code(Failure failure) {
        return switch (failure.code()) {
            case TIMEOUT, MODEL_TIMEOUT -> "JOB_TIMEOUT";
            case PROMPT_REFUSED -> "CONTENT_POLICY_VIOLATION";
            case REFERENCE_UNAVAILABLE -> "REFERENCE_IMAGE_UNAVAILABLE";
            case MODEL_UNAVAILABLE -> "MODEL_UNAVAILABLE";
            case CREDITS_EXHAUSTED -> "INSUFFICIENT_CREDITS";
            case SELECTOR_NOT_FOUND,
                    EGRESS_REFUSED,
                    NAVIGATION_FAILED,
                    HTTP_ERROR,
                    CONSOLE_ERROR,
                    RESOURCE_FAILED,
                    OPTION_REFUSED,
                    SCRIPT_FAILED,
                    NOTHING_MOVES,
                    PICTURE_TOO_LARGE,
                    TOOL_MISSING,
                    RESOURCE_LIMIT,
                    BROWSER_CRASHED,
                    WORKER_LOST,
                    STORAGE,
                    VARIABLES_REFUSED,
                    INVALID_ITEM,
                    MODEL_FAILED,
                    INTERNAL -> "TEXT_TO_IMAGE_FAILED";
        };
    }
}
