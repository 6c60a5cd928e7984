package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.Item;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.prompt.Painting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job as clients of the native API and receivers of its events see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
        String id,
        String state,
        String lane,

        @Nullable @JsonPropertyDescription("Its place, for an item of a batch.")
        Place batch,

        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant dueAt,

        @Nullable @JsonPropertyDescription("While running, where something is known of it.")
        Progress progress,

        @Nullable ArtifactView artifact,

        @Nullable
        @JsonPropertyDescription(
                "Where a model painted: whose it is. preview: the built-in painter, which is no model.")
        String backend,

        @Nullable @JsonPropertyDescription("Where a model painted: what it cost. May be a fraction.")
        BigDecimal credits,

        @Nullable
        @JsonPropertyDescription("What was accepted and will not be used. In the answer to the submission only.")
        List<String> warnings,

        @Nullable @JsonPropertyDescription("True once its owner had all that it held wiped.")
        Boolean cleaned,

        @Nullable Fault failure,
        @Nullable String cancelReason,
        Map<String, String> metadata,
        Links links) {

    /**
     * A place in a batch.
     *
     * @param row of the upload, from 1
     */
    public record Place(String id, int row) {
        static @Nullable Place of(@Nullable Item item) {
            return item == null ? null : new Place(item.batch().toString(), item.row());
        }
    }

    /**
     * How far the attempt has come.
     *
     * @param done steps of its own, such as frames
     */
    public record Progress(int done, int of) {}

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

    /** @param receipt how the result came about */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(
            String self,
            String events,
            @Nullable String artifact,
            @Nullable String receipt) {}

    public static JobView of(Job job, ApiLinks links) {
        ArtifactView artifact =
                job.outcome() instanceof Job.Succeeded succeeded ? ArtifactView.of(succeeded.artifact(), links) : null;
        Painting painting = job.outcome() instanceof Job.Succeeded succeeded
                ? succeeded.artifact().painting()
                : null;
        return new JobView(
                job.id().toString(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.lane().label(),
                Place.of(job.item()),
                job.attempts(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.outcome() instanceof Job.Queued queued ? queued.dueAt() : null,
                progress(job),
                artifact,
                painting == null ? null : painting.backend(),
                painting == null ? null : plain(painting.credits()),
                null,
                job.outcome() instanceof Job.Cleaned ? true : null,
                job.outcome() instanceof Job.Failed failed ? Fault.of(failed.failure()) : null,
                job.outcome() instanceof Job.Cancelled cancelled ? cancelled.reason() : null,
                job.metadata(),
                new Links(
                        links.job(job.id()),
                        links.events(job.id()),
                        artifact == null ? null : artifact.url(),
                        artifact == null ? null : links.receipt(job.id())));
    }

    /** The same with what its sender should know; unchanged when that is nothing. */
    public JobView with(List<String> toKnow) {
        return toKnow.isEmpty()
                ? this
                : new JobView(
                        id,
                        state,
                        lane,
                        batch,
                        attempts,
                        createdAt,
                        startedAt,
                        finishedAt,
                        dueAt,
                        progress,
                        artifact,
                        backend,
                        credits,
                        toKnow,
                        cleaned,
                        failure,
                        cancelReason,
                        metadata,
                        links);
    }

    /** As few digits as it takes, and no exponent. */
    private static BigDecimal plain(BigDecimal credits) {
        BigDecimal shortest = credits.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static @Nullable Progress progress(Job job) {
        return job.outcome() instanceof Job.Running running && running.progress() != null
                ? new Progress(running.progress().done(), running.progress().of())
                : null;
    }
}
