package io.renderyard.db.batch;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A batch's row with its tally: counted from the jobs while it is open, as it was written when it has finished. */
final class BatchRow {
    static final String SELECT = """
            select batch.id, batch.tenant_id, batch.priority, batch.concurrency, batch.items, batch.metadata,
                   batch.created_at, batch.started_at, batch.paused_at, batch.cancel_reason, batch.finished_at,
                   counted.waiting, counted.queued, counted.running,
                   coalesce(batch.succeeded, counted.succeeded) as succeeded,
                   coalesce(batch.failed, counted.failed) as failed,
                   coalesce(batch.cancelled, counted.cancelled) as cancelled
            from batch cross join lateral (
                select count(*) filter (where %1$s) as waiting,
                       count(*) filter (where job.state = 'QUEUED' and not %1$s) as queued,
                       count(*) filter (where job.state = 'RUNNING') as running,
                       count(*) filter (where job.state = 'SUCCEEDED') as succeeded,
                       count(*) filter (where job.state = 'FAILED') as failed,
                       count(*) filter (where job.state = 'CANCELLED') as cancelled
                from job
                where batch.finished_at is null and job.batch_id = batch.id and job.replaced_by is null) as counted
            """.formatted(Items.HELD);

    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private BatchRow() {}

    static Batch read(ResultSet row, int number) throws SQLException {
        Tally tally = new Tally(
                row.getInt("waiting"),
                row.getInt("queued"),
                row.getInt("running"),
                row.getInt("succeeded"),
                row.getInt("failed"),
                row.getInt("cancelled"));
        Instant startedAt = Timestamps.readOrNull(row, "started_at");
        Instant finishedAt = Timestamps.readOrNull(row, "finished_at");
        String cancelReason = row.getString("cancel_reason");
        return new Batch(
                new BatchId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                finishedAt == null && cancelReason == null ? open(startedAt) : ended(tally, cancelReason),
                finishedAt == null && row.getObject("paused_at") != null,
                Priority.values()[row.getInt("priority")],
                row.getInt("concurrency"),
                tally,
                JSON.readValue(row.getString("metadata"), METADATA),
                Timestamps.read(row, "created_at"),
                startedAt,
                finishedAt,
                cancelReason);
    }

    private static BatchState open(@Nullable Instant startedAt) {
        return startedAt == null ? BatchState.PENDING : BatchState.PROCESSING;
    }

    /** The same distinction as {@link BatchEnds} makes for the event. */
    private static BatchState ended(Tally tally, @Nullable String cancelReason) {
        if (cancelReason != null) {
            return BatchState.CANCELLED;
        }
        if (tally.succeeded() == 0) {
            return BatchState.FAILED;
        }
        return tally.succeeded() == tally.total() ? BatchState.COMPLETED : BatchState.PARTIAL;
    }
}
