package io.renderyard.db.ledger;

import io.renderyard.db.artifact.ReceiptCodec;
import io.renderyard.db.change.JobHerald;
import io.renderyard.db.outbox.OutboxEntry;
import io.renderyard.db.outbox.Relay;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stop 8 of the journey: the three ways in which a job ends. Each is one statement and so one transaction, guarded by
 * state and attempt; {@code false} means that another ending was faster and nothing was written.
 */
@Component
class JobEndings {
    private static final String SUCCEED =
            EndStatement.of("""
            update job set state = 'SUCCEEDED', finished_at = now(), lease_until = null, artifact_id = :artifact
            where id = :job and attempt = :attempt and state = 'RUNNING'
            returning spec_hash,\s""" + EndStatement.RETURNING, EventType.JOB_SUCCEEDED, "SUCCEEDED", """
            ,
            stored as (
                insert into artifact (id, tenant_id, job_id, spec_hash, attempt, storage_key, content_type, size,
                                      width, height, frames, length_millis, pages, sha256, receipt)
                select :artifact, tenant_id, id, spec_hash, attempt, :key, :contentType, :size,
                       :width, :height, :frames, :lengthMillis, :pages, :sha256, :receipt from ended)""");

    private static final String FAIL =
            EndStatement.of("""
            update job set state = 'FAILED', finished_at = now(), lease_until = null,
                           failure_code = :code, failure_message = :message
            where id = :job and attempt = :attempt and state = 'RUNNING'
            returning\s""" + EndStatement.RETURNING, EventType.JOB_FAILED, "FAILED", "");

    private static final String CANCEL =
            EndStatement.of("""
            update job set state = 'CANCELLED', finished_at = now(), lease_until = null, turn = null,
                           cancel_reason = :reason
            where id = :job and tenant_id = :tenant and state in ('QUEUED', 'RUNNING')
            returning\s""" + EndStatement.RETURNING, EventType.JOB_CANCELLED, "CANCELLED", "");

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Relay relay;
    private final JobHerald herald;
    private final ReceiptCodec receipts;
    private final Followers followers;

    JobEndings(
            JdbcClient jdbc,
            TimeOrderedIds ids,
            Relay relay,
            JobHerald herald,
            ReceiptCodec receipts,
            Followers followers) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.relay = relay;
        this.herald = herald;
        this.receipts = receipts;
        this.followers = followers;
    }

    boolean succeed(Attempt attempt, Artifact artifact, Receipt receipt) {
        Map<String, @Nullable Object> parameters = of(attempt);
        parameters.put("artifact", artifact.id().value());
        parameters.put("key", artifact.key().path());
        parameters.put("contentType", artifact.contentType());
        parameters.put("size", artifact.size());
        putExtent(parameters, artifact.extent());
        parameters.put("receipt", StorableText.of(receipts.write(receipt)));
        parameters.put("sha256", artifact.sha256());
        parameters.put("failure", null);
        return end(attempt.job(), SUCCEED, parameters, herald::changed);
    }

    private static void putExtent(Map<String, @Nullable Object> parameters, Extent extent) {
        parameters.put("width", extent.width());
        parameters.put("height", extent.height());
        parameters.put("frames", extent instanceof Extent.Moving moving ? moving.frames() : null);
        parameters.put(
                "lengthMillis",
                extent instanceof Extent.Moving moving ? moving.length().toMillis() : null);
        parameters.put("pages", extent instanceof Extent.Paged paged ? paged.pages() : null);
    }

    boolean fail(Attempt attempt, Failure failure) {
        Map<String, @Nullable Object> parameters = of(attempt);
        parameters.put("code", failure.code().name());
        parameters.put("message", StorableText.of(failure.message()));
        parameters.put("failure", failure.code().label());
        return end(attempt.job(), FAIL, parameters, herald::changed);
    }

    boolean cancel(TenantId tenant, JobId job, String reason) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("job", job.value());
        parameters.put("tenant", tenant.value());
        parameters.put("reason", StorableText.of(reason));
        parameters.put("failure", null);
        return end(job, CANCEL, parameters, herald::withdrawn);
    }

    private boolean end(
            JobId job, String statement, Map<String, @Nullable Object> parameters, Consumer<JobId> proclaim) {
        EventId event = new EventId(ids.next());
        parameters.put("event", event.value());
        Optional<Ended> ended =
                jdbc.sql(statement).params(parameters).query(Ended::read).optional();
        if (ended.isEmpty()) {
            return false;
        }
        proclaim.accept(job);
        if (ended.get().ring() != null) {
            relay.publish(new OutboxEntry(ended.get().ring(), new Ring.EventRecorded(event)));
        }
        if (ended.get().followed()) {
            // Dying before leaves them to the sweeper.
            followers.settle(job);
        }
        return true;
    }

    /** @param followed somebody shares this end, and is to be moved on after the commit */
    private record Ended(@Nullable Long ring, boolean followed) {
        static Ended read(ResultSet row, int number) throws SQLException {
            return new Ended(row.getObject("ring", Long.class), row.getBoolean("followed"));
        }
    }

    private static Map<String, @Nullable Object> of(Attempt attempt) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("job", attempt.job().value());
        parameters.put("attempt", attempt.number());
        return parameters;
    }
}
