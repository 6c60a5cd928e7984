package io.renderyard.db.ledger;

import io.renderyard.db.Timestamps;
import io.renderyard.db.artifact.ArtifactRow;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Item;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Progress;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A job's row with its artifact's, which is there exactly when the job succeeded. Read only: every move is a guarded statement. */
public final class JobRow {
    public static final String SELECT = """
            select job.id, job.tenant_id, job.lane, job.state, job.metadata, job.attempt, job.due_at, job.created_at,
                   job.started_at, job.finished_at, job.progress_done, job.progress_of,
                   job.failure_code, job.failure_message, job.cancel_reason, job.cleaned_at, job.batch_id, job.batch_row,
                   %s
            from job left join artifact on artifact.id = job.artifact_id
            """.formatted(ArtifactRow.COLUMNS);

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private JobRow() {}

    public static Job read(ResultSet row, int number) throws SQLException {
        JobId id = new JobId(row.getObject("id", UUID.class));
        return new Job(
                id,
                new TenantId(row.getObject("tenant_id", UUID.class)),
                Lane.valueOf(row.getString("lane")),
                outcome(id, row),
                row.getInt("attempt"),
                item(row),
                JSON.readValue(row.getString("metadata"), METADATA),
                Timestamps.read(row, "created_at"),
                Timestamps.readOrNull(row, "started_at"),
                Timestamps.readOrNull(row, "finished_at"));
    }

    private static Job.Outcome outcome(JobId id, ResultSet row) throws SQLException {
        JobState state = JobState.valueOf(row.getString("state"));
        if (row.getObject("cleaned_at") != null) {
            return new Job.Cleaned(state);
        }
        return switch (state) {
            case QUEUED -> new Job.Queued(Timestamps.readOrNull(row, "due_at"));
            case RUNNING -> new Job.Running(new Attempt(id, row.getInt("attempt")), progress(row));
            case SUCCEEDED -> new Job.Succeeded(ArtifactRow.read(row));
            case FAILED -> new Job.Failed(failure(row));
            case CANCELLED -> new Job.Cancelled(row.getString("cancel_reason"));
        };
    }

    private static Failure failure(ResultSet row) throws SQLException {
        return new Failure(
                FailureCode.valueOf(row.getString("failure_code")), String.valueOf(row.getString("failure_message")));
    }

    private static @Nullable Progress progress(ResultSet row) throws SQLException {
        Integer done = row.getObject("progress_done", Integer.class);
        Integer of = row.getObject("progress_of", Integer.class);
        return done == null || of == null ? null : new Progress(done, of);
    }

    private static @Nullable Item item(ResultSet row) throws SQLException {
        UUID batch = row.getObject("batch_id", UUID.class);
        return batch == null ? null : new Item(new BatchId(batch), row.getInt("batch_row"));
    }
}
