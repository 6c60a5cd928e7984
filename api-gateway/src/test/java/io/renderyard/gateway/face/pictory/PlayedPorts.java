package io.renderyard.gateway.face.pictory;

import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.painting.Credits;
import io.renderyard.kernel.painting.PaintedPictures;
import io.renderyard.kernel.tenant.AccessTokens;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is behind the face, in memory, and three keys: {@code all}, {@code none} that may do nothing, {@code trial}. */
final class PlayedPorts
        implements SubmissionLedger, JobReader, PaintedPictures, Credits, AccessTokens, CredentialVerifier {
    static final TenantId ME = new TenantId(new UUID(0, 1));
    static final JobId ID = new JobId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a11"));

    final List<Submission> accepted = new ArrayList<>();
    final List<YearMonth> lookedUp = new ArrayList<>();
    private @Nullable IdempotencyKey taken;
    boolean away;

    @Override
    public Acceptance<Job> accept(Submission submission, @Nullable IdempotencyKey key) {
        if (away) {
            throw new DataAccessResourceFailureException("no route to host");
        }
        IdempotencyKey before = taken;
        if (key != null && before != null && key.value().equals(before.value())) {
            return key.equals(before) ? new Acceptance.Repeated<>(job(submission)) : new Acceptance.KeyTaken<>();
        }
        taken = key;
        accepted.add(submission);
        return new Acceptance.Accepted<>(job(submission));
    }

    private static Job job(Submission submission) {
        return new Job(
                ID,
                submission.tenant(),
                submission.lane(),
                new Job.Queued(Instant.EPOCH),
                0,
                null,
                submission.metadata(),
                Instant.EPOCH,
                null,
                null);
    }

    @Override
    public Optional<Job> find(TenantId tenant, JobId id) {
        return Optional.empty();
    }

    @Override
    public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
        return List.of();
    }

    @Override
    public List<PaintedPicture> page(TenantId tenant, @Nullable JobId before, int limit) {
        return List.of();
    }

    @Override
    public BigDecimal charged(TenantId tenant, YearMonth month) {
        lookedUp.add(month);
        return new BigDecimal("12.60");
    }

    @Override
    public List<Charge> charges(TenantId tenant, YearMonth month) {
        lookedUp.add(month);
        return List.of(new Charge(ID.value(), new BigDecimal("0.60"), "flux-schnell", Instant.EPOCH));
    }

    @Override
    public Optional<AccessToken> issue(String clientId, Secret clientSecret) {
        return clientId.equals("c-1") && clientSecret.reveal().equals("s-1")
                ? Optional.of(new AccessToken(new Secret("t-1"), Duration.ofHours(1)))
                : Optional.empty();
    }

    @Override
    public Optional<Credential> verify(PresentedCredential presented) {
        return switch (presented.key().reveal()) {
            case "all" -> Optional.of(new Credential(new UUID(7, 1), ME, EnumSet.allOf(Scope.class), false));
            case "none" -> Optional.of(new Credential(new UUID(7, 2), ME, Set.of(), false));
            case "trial" -> Optional.of(new Credential(new UUID(7, 3), ME, EnumSet.allOf(Scope.class), true));
            default -> Optional.empty();
        };
    }
}
