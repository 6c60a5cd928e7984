package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Item;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.subscription.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is told; contract {@code pictify.md}, sections 10.4 and 11.2.
 *
 * @param timestamp when it happened
 */
public record SubscriptionEvent(String event, String timestamp, Object data) {
    /** Of subscriptions that speak this language; see {@link Wish#shape}. */
    public static final String SHAPE = "pictify";

    private static final int MOST_RESULTS = 1_000;

    /**
     * @param index of the set of values in its batch, from 0
     * @param layout of several
     * @param userId the tenant's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Rendered(
            String type,
            String source,
            String imageId,
            String jobId,
            String url,
            int width,
            int height,
            String format,
            @Nullable String templateId,
            String userId,
            String renderedAt,
            @Nullable String batchId,
            @Nullable Integer index,
            @Nullable String layout) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record NotRendered(
            String type,
            String source,
            @Nullable String templateId,
            String error,
            String errorCode,
            @Nullable String batchId,
            @Nullable Integer index,
            @Nullable String layout) {}

    /**
     * @param duration milliseconds
     * @param results as a poll would have them; null for subscriptions, which are told of each picture
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record BatchEnded(
            String batchId,
            @Nullable String templateUid,
            String status,
            int totalCount,
            int completedCount,
            int failedCount,
            int cancelledCount,
            @Nullable Long duration,
            @Nullable List<BatchEntry> results,
            @Nullable List<BatchEntry> errors) {}

    private record Trial(boolean test, String subscriptionId, String message) {}

    /** Empty where the wish is for something else. The vendor has no event for a job that was cancelled or wiped. */
    public static Optional<SubscriptionEvent> of(Event event, Job job, Wish wish, ApiLinks links) {
        return switch (job.outcome()) {
            case Job.Succeeded(Artifact artifact)
            when wants(wish, SubscriptionTopics.RENDER_COMPLETED, job) ->
                told(event, wish, rendered(event, job, artifact, links));
            case Job.Failed(Failure failure)
            when wants(wish, SubscriptionTopics.RENDER_FAILED, job) -> told(event, wish, notRendered(job, failure));
            case Job.Outcome ignored -> Optional.empty();
        };
    }

    /**
     * As for jobs. A batch that was cancelled has come to its end, too.
     *
     * @param items all of the batch; asked for only where a set of values has several
     */
    public static Optional<SubscriptionEvent> of(Event event, Batch batch, Supplier<List<Job>> items, Wish wish) {
        boolean wanted = topic(event.type()).filter(wish.topic()::equals).isPresent()
                && SubscriptionFilters.match(wish.filters(), SubscriptionFacts.of(batch.metadata()));
        return wanted ? told(event, wish, ended(batch, SetTally.of(batch, items), null, null)) : Optional.empty();
    }

    /**
     * What the endpoint that a batch names is told of its end: with the results, of which there are 1,000 at most.
     *
     * @param items all of the batch
     */
    public static SubscriptionEvent of(Event event, Batch batch, List<Job> items, ApiLinks links) {
        List<BatchEntry> entries = BatchEntry.of(batch.metadata(), items, links).stream()
                .limit(MOST_RESULTS)
                .toList();
        return new SubscriptionEvent(
                topic(event.type()).orElse(SubscriptionTopics.BATCH_COMPLETED),
                SubscriptionJson.time(event.occurredAt()),
                ended(
                        batch,
                        SetTally.of(items),
                        entries.stream().filter(BatchEntry::success).toList(),
                        entries.stream().filter(entry -> !entry.success()).toList()));
    }

    /** The vendor's name for a kind of event; empty where it has none. */
    public static Optional<String> topic(EventType type) {
        return switch (type) {
            case BATCH_COMPLETED, BATCH_PARTIAL, BATCH_CANCELLED -> Optional.of(SubscriptionTopics.BATCH_COMPLETED);
            case BATCH_FAILED -> Optional.of(SubscriptionTopics.BATCH_FAILED);
            case JOB_SUCCEEDED, JOB_FAILED, JOB_CANCELLED, BATCH_PROGRESS -> Optional.empty();
        };
    }

    /** Tells an endpoint that it can be reached. */
    public static SubscriptionEvent trial(String uid, Wish wish, Instant now) {
        return new SubscriptionEvent(
                wish.topic(), SubscriptionJson.time(now), new Trial(true, uid, "A test: nothing has happened."));
    }

    public String json() {
        return SubscriptionJson.write(this);
    }

    private static Optional<SubscriptionEvent> told(Event event, Wish wish, Object data) {
        return Optional.of(new SubscriptionEvent(wish.topic(), SubscriptionJson.time(event.occurredAt()), data));
    }

    private static boolean wants(Wish wish, String topic, Job job) {
        return wish.topic().equals(topic) && SubscriptionFilters.match(wish.filters(), SubscriptionFacts.of(job));
    }

    private static Rendered rendered(Event event, Job job, Artifact artifact, ApiLinks links) {
        Item item = job.item();
        return new Rendered(
                SubscriptionFacts.type(job),
                SubscriptionFacts.source(job),
                artifact.id().toString(),
                job.id().toString(),
                links.artifact(artifact),
                artifact.extent().width(),
                artifact.extent().height(),
                artifact.contentType().substring(artifact.contentType().indexOf('/') + 1),
                job.metadata().get(SubscriptionFacts.TEMPLATE),
                job.tenant().toString(),
                SubscriptionJson.time(event.occurredAt()),
                batch(item),
                index(job),
                layout(job));
    }

    private static NotRendered notRendered(Job job, Failure failure) {
        return new NotRendered(
                SubscriptionFacts.type(job),
                SubscriptionFacts.source(job),
                job.metadata().get(SubscriptionFacts.TEMPLATE),
                failure.message(),
                code(failure.code()),
                batch(job.item()),
                index(job),
                layout(job));
    }

    private static BatchEnded ended(
            Batch batch, SetTally sets, @Nullable List<BatchEntry> results, @Nullable List<BatchEntry> errors) {
        Instant finished = batch.finishedAt();
        return new BatchEnded(
                batch.id().toString(),
                batch.metadata().get(SubscriptionFacts.TEMPLATE),
                BatchResults.status(batch),
                sets.total(),
                sets.completed(),
                sets.failed(),
                sets.cancelled(),
                finished == null
                        ? null
                        : Duration.between(batch.createdAt(), finished).toMillis(),
                results,
                errors);
    }

    /** In the vendor's words where it has them. */
    static String code(FailureCode code) {
        return switch (code) {
            case TIMEOUT, MODEL_TIMEOUT -> "RENDER_TIMEOUT";
            case VARIABLES_REFUSED, INVALID_ITEM -> "INVALID_VARIABLE";
            case REFERENCE_UNAVAILABLE -> "IMAGE_FETCH_FAILED";
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
                    PROMPT_REFUSED,
                    CREDITS_EXHAUSTED,
                    MODEL_UNAVAILABLE,
                    MODEL_FAILED,
                    INTERNAL -> code.name();
        };
    }

    private static @Nullable String batch(@Nullable Item item) {
        return item == null ? null : item.batch().toString();
    }

    private static @Nullable Integer index(Job job) {
        return job.item() == null ? null : BatchNotes.index(job);
    }

    private static @Nullable String layout(Job job) {
        return job.item() == null ? null : BatchNotes.read(job).layout();
    }
}
