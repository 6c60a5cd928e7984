package io.renderyard.db.ledger;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
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
    Integer progressDone;

    @Nullable
    Integer progressOf;

    @Nullable
    @Enumerated(EnumType.STRING)
    FailureCode failureCode;

    @Nullable
    String failureMessage;

    @Nullable
    String cancelReason;

    protected JobRow() {}
}
