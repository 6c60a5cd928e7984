package io.renderyard.db.ledger;

import io.renderyard.db.artifact.ArtifactRow;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.tenant.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Read only: every move of a job is a guarded statement. */
@Entity
@Immutable
@Table(name = "job")
@SuppressWarnings("NullAway.Init") // filled by JPA
class JobRow {
    @Id
    UUID id;

    UUID tenantId;

    @Enumerated(EnumType.STRING)
    Lane lane;

    @Enumerated(EnumType.STRING)
    JobState state;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> metadata;

    int attempt;
    Instant dueAt;
    Instant createdAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant finishedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    FailureCode failureCode;

    @Nullable
    String failureMessage;

    @Nullable
    String cancelReason;

    /** By the job's id, not by a foreign key: the row exists exactly when the job succeeded. */
    @Nullable
    @OneToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "id", referencedColumnName = "jobId", insertable = false, updatable = false)
    ArtifactRow artifact;

    protected JobRow() {}

    Job job() {
        return new Job(
                new JobId(id),
                new TenantId(tenantId),
                lane,
                outcome(),
                attempt,
                metadata,
                createdAt,
                startedAt,
                finishedAt);
    }

    private Job.Outcome outcome() {
        return switch (state) {
            case QUEUED -> new Job.Queued(dueAt);
            case RUNNING -> new Job.Running(new Attempt(new JobId(id), attempt));
            case SUCCEEDED -> new Job.Succeeded(Objects.requireNonNull(artifact).artifact());
            case FAILED ->
                new Job.Failed(new Failure(Objects.requireNonNull(failureCode), String.valueOf(failureMessage)));
            case CANCELLED -> new Job.Cancelled(String.valueOf(cancelReason));
        };
    }
}
