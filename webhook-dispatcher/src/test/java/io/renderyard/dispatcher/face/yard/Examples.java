package io.renderyard.dispatcher.face.yard;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Progress;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One job in several states. */
final class Examples {
    static final TenantId TENANT = new TenantId(new UUID(0, 1));
    static final JobId ID = new JobId(new UUID(0, 2));

    private Examples() {}

    static Job queued() {
        return job(new Job.Queued(Instant.EPOCH), 0);
    }

    static Job running(int attempt, @Nullable Progress progress) {
        return job(new Job.Running(new Attempt(ID, attempt), progress), attempt);
    }

    static Job succeeded() {
        return job(
                new Job.Succeeded(new Artifact(
                        new ArtifactId("abcdefghijklmnopqrstuvwxyz"),
                        new Attempt(ID, 1).artifactKey("png"),
                        "image/png",
                        4_321,
                        new Extent.Still(1_200, 630),
                        "ab".repeat(32))),
                1);
    }

    static Job failed() {
        return job(new Job.Failed(new Failure(FailureCode.TIMEOUT, "too slow")), 1);
    }

    static Job cancelled() {
        return job(new Job.Cancelled("no longer wanted"), 0);
    }

    private static Job job(Job.Outcome outcome, int attempts) {
        boolean ended = outcome.state().isTerminal();
        return new Job(
                ID,
                TENANT,
                Lane.INTERACTIVE,
                outcome,
                attempts,
                null,
                Map.of(),
                Instant.EPOCH,
                null,
                ended ? Instant.EPOCH : null);
    }
}
