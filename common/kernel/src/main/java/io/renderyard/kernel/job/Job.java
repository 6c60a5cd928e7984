package io.renderyard.kernel.job;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as the ledger knows it at one moment. Without its spec, which may be megabytes and is read by the worker alone.
 *
 * @param attempts attempts begun so far
 * @param item its place in a batch; null when it was submitted alone
 * @param finishedAt set exactly when the state is terminal
 */
public record Job(
        JobId id,
        TenantId tenant,
        Lane lane,
        Outcome outcome,
        int attempts,
        @Nullable Item item,
        Map<String, String> metadata,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public Job {
        metadata = Map.copyOf(metadata);
    }

    public JobState state() {
        return outcome.state();
    }

    /** The state with what belongs to it. */
    public sealed interface Outcome {
        JobState state();
    }

    /**
     * Waiting.
     *
     * @param dueAt in the future when an attempt failed; null when it does not wait for a time, but for its turn in its
     *     batch or for the job that it follows
     */
    public record Queued(@Nullable Instant dueAt) implements Outcome {
        @Override
        public JobState state() {
            return JobState.QUEUED;
        }
    }

    /** @param progress null when the attempt has told none */
    public record Running(Attempt attempt, @Nullable Progress progress) implements Outcome {
        /** Without progress. */
        public Running(Attempt attempt) {
            this(attempt, null);
        }

        @Override
        public JobState state() {
            return JobState.RUNNING;
        }
    }

    public record Succeeded(Artifact artifact) implements Outcome {
        @Override
        public JobState state() {
            return JobState.SUCCEEDED;
        }
    }

    public record Failed(Failure failure) implements Outcome {
        @Override
        public JobState state() {
            return JobState.FAILED;
        }
    }

    public record Cancelled(String reason) implements Outcome {
        @Override
        public JobState state() {
            return JobState.CANCELLED;
        }
    }

    /** It ended, and its owner had all that it held wiped since; see {@link JobCleaner}. */
    public record Cleaned(JobState state) implements Outcome {}
}
