package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.Job;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job as clients of the native API and receivers of its events see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
        String id,
        String state,
        String lane,
        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant dueAt,
        @Nullable Picture artifact,
        @Nullable Fault failure,
        @Nullable String cancelReason,
        Map<String, String> metadata,
        Links links) {

    public record Picture(String id, String url, String contentType, int width, int height, long size, String sha256) {
        static Picture of(Artifact artifact, ApiLinks links) {
            return new Picture(
                    artifact.id().value(),
                    links.artifact(artifact),
                    artifact.contentType(),
                    artifact.extent().width(),
                    artifact.extent().height(),
                    artifact.size(),
                    artifact.sha256());
        }
    }

    /**
     * Why it failed.
     *
     * @param code such as {@code selector_not_found}
     * @param concerns who can mend it: {@code caller}, {@code target}, {@code farm} or {@code resource}
     * @param message what failed, why, and how to mend it
     */
    public record Fault(String code, String concerns, String message) {
        static Fault of(Failure failure) {
            String concerns = failure.code().failureClass().name().toLowerCase(Locale.ROOT);
            return new Fault(failure.code().label(), concerns, failure.message());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(
            String self, String events, @Nullable String artifact) {}

    public static JobView of(Job job, ApiLinks links) {
        JobView base = new JobView(
                job.id().toString(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.lane().label(),
                job.attempts(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                null,
                null,
                null,
                null,
                job.metadata(),
                new Links(links.job(job.id()), links.events(job.id()), null));
        return switch (job.outcome()) {
            case Job.Queued queued -> base.with(queued.dueAt(), null, null, null);
            case Job.Running ignored -> base;
            case Job.Succeeded succeeded -> base.with(null, Picture.of(succeeded.artifact(), links), null, null);
            case Job.Failed failed -> base.with(null, null, Fault.of(failed.failure()), null);
            case Job.Cancelled cancelled -> base.with(null, null, null, cancelled.reason());
        };
    }

    private JobView with(
            @Nullable Instant due, @Nullable Picture picture, @Nullable Fault fault, @Nullable String reason) {
        String artifactUrl = picture == null ? null : picture.url();
        return new JobView(
                id,
                state,
                lane,
                attempts,
                createdAt,
                startedAt,
                finishedAt,
                due,
                picture,
                fault,
                reason,
                metadata,
                new Links(links.self(), links.events(), artifactUrl));
    }
}
