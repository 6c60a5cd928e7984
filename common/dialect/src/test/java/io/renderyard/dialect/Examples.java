package io.renderyard.dialect;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Progress;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job in each of its states. */
public final class Examples {
    public static final ApiLinks LINKS = new ApiLinks(URI.create("https://render.example/"));
    public static final JobId ID = new JobId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a11"));
    public static final Instant BEGUN = Instant.parse("2026-11-21T03:00:00.250Z");
    public static final Instant ENDED = Instant.parse("2026-11-21T03:00:01.500Z");

    private static final Attempt ATTEMPT = new Attempt(ID, 2);

    private Examples() {}

    public static Job queued() {
        return job(new Job.Queued(Instant.parse("2026-11-21T03:00:00Z")), 0, null, null);
    }

    public static Job running() {
        return job(new Job.Running(ATTEMPT), 2, BEGUN, null);
    }

    public static Job running(Progress progress) {
        return job(new Job.Running(ATTEMPT, progress), 2, BEGUN, null);
    }

    public static Job succeeded() {
        return succeeded(new Extent.Still(1_200, 630));
    }

    public static Job succeeded(Extent extent) {
        return job(new Job.Succeeded(artifact(extent)), 2, BEGUN, ENDED);
    }

    public static Job painted(Painting painting) {
        return job(new Job.Succeeded(artifact(new Extent.Still(1_200, 630)).with(painting)), 2, BEGUN, ENDED);
    }

    public static Job cleaned(JobState state) {
        return job(new Job.Cleaned(state), 2, BEGUN, ENDED);
    }

    private static Artifact artifact(Extent extent) {
        return new Artifact(
                new ArtifactId("abcdefghijklmnopqrstuvwxyz"),
                ATTEMPT.artifactKey("webp"),
                "image/webp",
                4_321,
                extent,
                "ab".repeat(32));
    }

    public static Job failed(FailureCode code, String message) {
        return job(new Job.Failed(new Failure(code, message)), 2, BEGUN, ENDED);
    }

    public static Job cancelled() {
        return job(new Job.Cancelled("no longer wanted"), 0, null, ENDED);
    }

    private static Job job(Job.Outcome outcome, int attempts, @Nullable Instant started, @Nullable Instant finished) {
        return new Job(
                ID,
                new TenantId(new UUID(1, 2)),
                Lane.INTERACTIVE,
                outcome,
                attempts,
                null,
                Map.of("order", "7"),
                Instant.parse("2026-11-21T03:00:00Z"),
                started,
                finished);
    }
}
