package io.renderyard.dispatcher.face.pictory;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCleaner;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** One job of mine, and three keys: {@code all}, {@code none} that may do nothing, and {@code other} of another tenant. */
final class PlayedLedger implements JobReader, JobCleaner, CredentialVerifier {
    static final JobId ID = new JobId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a11"));
    static final TenantId ME = new TenantId(new UUID(0, 1));

    Job job = queued();
    boolean away;

    static Job queued() {
        return job(new Job.Queued(Instant.EPOCH));
    }

    static Job running() {
        return job(new Job.Running(new Attempt(ID, 1)));
    }

    static Job painted() {
        Artifact artifact = new Artifact(
                new ArtifactId("abcdefghijklmnopqrstuvwxyz"),
                new Attempt(ID, 1).artifactKey("png"),
                "image/png",
                4_321,
                new Extent.Still(1_280, 720),
                "ab".repeat(32));
        return job(new Job.Succeeded(artifact.with(new Painting("fal", new BigDecimal("0.6")))));
    }

    static Job failed() {
        return job(new Job.Failed(new Failure(FailureCode.PROMPT_REFUSED, "The provider says “no”: ünsafe.")));
    }

    static Job cancelled() {
        return job(new Job.Cancelled("Cancelled by its owner."));
    }

    private static Job job(Job.Outcome outcome) {
        boolean ended = outcome.state().isTerminal();
        return new Job(
                ID,
                ME,
                Lane.PROMPT,
                outcome,
                1,
                null,
                Map.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                ended ? Instant.EPOCH : null);
    }

    @Override
    public Optional<Job> find(TenantId tenant, JobId id) {
        if (away) {
            throw new DataAccessResourceFailureException("no route to host");
        }
        return Optional.of(job).filter(mine -> tenant.equals(ME) && id.equals(ID));
    }

    @Override
    public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
        return before == null ? find(tenant, ID).stream().toList() : List.of();
    }

    @Override
    public Cleaning clean(TenantId tenant, JobId id) {
        if (find(tenant, id).isEmpty()) {
            return Cleaning.NOT_FOUND;
        }
        if (!job.state().isTerminal()) {
            return Cleaning.IN_PROGRESS;
        }
        job = job(new Job.Cleaned(job.state()));
        return Cleaning.CLEANED;
    }

    @Override
    public Optional<Credential> verify(PresentedCredential presented) {
        return switch (presented.key().reveal()) {
            case "all" -> Optional.of(new Credential(new UUID(7, 1), ME, EnumSet.allOf(Scope.class), false));
            case "none" -> Optional.of(new Credential(new UUID(7, 2), ME, Set.of(), false));
            case "other" ->
                Optional.of(new Credential(
                        new UUID(7, 3), new TenantId(new UUID(0, 2)), EnumSet.allOf(Scope.class), false));
            default -> Optional.empty();
        };
    }
}
