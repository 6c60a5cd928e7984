package io.renderyard.dialect.pictory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.Job;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /pictoryapis/v1/jobs/{id}}; contract {@code pictory.md}, section 4. */
public record PictoryJob(@JsonProperty("job_id") String jobId, boolean success, Data data) {
    private static final String IN_PROGRESS = "in-progress";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
            @Nullable String status,
            @Nullable String url,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable BigDecimal aiCreditsUsed,
            @JsonProperty("error_code") @Nullable String errorCode,
            @JsonProperty("error_message") @Nullable String errorMessage) {

        static Data inProgress() {
            return new Data(IN_PROGRESS, null, null, null, null, null, null);
        }

        static Data completed(Artifact artifact, ApiLinks links) {
            return new Data(
                    "completed",
                    links.artifact(artifact),
                    artifact.extent().width(),
                    artifact.extent().height(),
                    BigDecimal.ZERO,
                    null,
                    null);
        }

        static Data failed(String code, String message) {
            return new Data("failed", null, null, null, null, code, message);
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
            case Job.Cancelled cancelled -> new PictoryJob(id, false, Data.failed("JOB_CANCELLED", cancelled.reason()));
        };
    }

    /** One answer for unknown, malformed, expired and another's: it is no oracle (section 4.5). */
    public static PictoryJob notFound(String id) {
        return new PictoryJob(id, false, new Data(null, null, null, null, null, "5000", "JOB_NOT_FOUND"));
    }

    @JsonIgnore
    public boolean isInProgress() {
        return IN_PROGRESS.equals(data.status());
    }

    private static String code(Failure failure) {
        return switch (failure.code()) {
            case TIMEOUT -> "JOB_TIMEOUT";
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
                    INTERNAL -> "TEXT_TO_IMAGE_FAILED";
        };
    }
}
