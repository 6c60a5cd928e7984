package io.renderyard.db.ledger;

import io.renderyard.db.artifact.ArtifactRow;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Progress;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A job's row with its artifact's, which is there exactly when the job succeeded. */
record FoundJob(JobRow row, @Nullable ArtifactRow artifact) {
    Job job() {
        return new Job(
                new JobId(row.id),
                new TenantId(row.tenantId),
                row.lane,
                outcome(),
                row.attempt,
                row.metadata,
                row.createdAt,
                row.startedAt,
                row.finishedAt);
    }

    private @Nullable Progress progress() {
        Integer done = row.progressDone;
        Integer of = row.progressOf;
        return done == null || of == null ? null : new Progress(done, of);
    }

    private Job.Outcome outcome() {
        return switch (row.state) {
            case QUEUED -> new Job.Queued(row.dueAt);
            case RUNNING -> new Job.Running(new Attempt(new JobId(row.id), row.attempt), progress());
            case SUCCEEDED -> new Job.Succeeded(Objects.requireNonNull(artifact).artifact());
            case FAILED ->
                new Job.Failed(
                        new Failure(Objects.requireNonNull(row.failureCode), String.valueOf(row.failureMessage)));
            case CANCELLED -> new Job.Cancelled(String.valueOf(row.cancelReason));
        };
    }
}
