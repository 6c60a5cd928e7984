package io.renderyard.db.batch;

import io.renderyard.db.ledger.IdempotencyKeys;
import io.renderyard.db.usage.RenderMeter;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.tenant.TenantId;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts new jobs into the rows of those that failed: one transaction, so that a key stands for all of them. */
@Component
class BatchRetry {
    private static final String FENCE = """
            select cancel_reason is null and not leaving from batch where id = :batch and tenant_id = :tenant
            for no key update""";

    /** The old job stands back before the new one comes in: one job speaks for each row. */
    private static final String STEP = """
            with failed as (
                select id, batch_row from job
                where batch_id = :batch and replaced_by is null and state = 'FAILED' and failure_code <> 'INVALID_ITEM'
                  and cleaned_at is null
                order by batch_row limit :atMost),
            numbered as (select id, row_number() over (order by batch_row) as n from failed),
            replaced as (
                update job set replaced_by = fresh.id
                from numbered join unnest(cast(:ids as uuid[])) with ordinality as fresh (id, n) on fresh.n = numbered.n
                where job.id = numbered.id
                returning job.*),
            fresh as (
                insert into job (id, tenant_id, lane, state, metadata, webhook_url, webhook_shape, painted, batch_id,
                                 batch_row, spec_hash, created_at)
                select replaced.replaced_by, replaced.tenant_id, batch.lane, 'QUEUED', replaced.metadata,
                       replaced.webhook_url, replaced.webhook_shape, replaced.painted, batch.id, replaced.batch_row,
                       replaced.spec_hash, now()
                from replaced join batch on batch.id = replaced.batch_id
                returning id)
            insert into job_spec (job_id, base, spec, markup, variables)
            select fresh.id, job_spec.base, job_spec.spec, job_spec.markup, job_spec.variables
            from fresh join replaced on replaced.replaced_by = fresh.id join job_spec on job_spec.job_id = replaced.id""";

    private static final String REOPEN = """
            update batch set finished_at = null, succeeded = null, failed = null, cancelled = null, round = round + 1,
                             digest_at = now() + digest_seconds * interval '1 second'
            where id = :batch and finished_at is not null""";

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final IdempotencyKeys keys;
    private final RenderMeter meter;
    private final TransactionTemplate transaction;

    BatchRetry(
            JdbcClient jdbc,
            TimeOrderedIds ids,
            IdempotencyKeys keys,
            RenderMeter meter,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.keys = keys;
        this.meter = meter;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came of it. */
    enum Result {
        DONE,
        KEY_TAKEN,
        NOT_THERE
    }

    Result retry(TenantId tenant, BatchId batch, @Nullable IdempotencyKey key) {
        return transaction.execute(status -> {
            if (key != null && !keys.take(tenant, key, batch.value())) {
                return Result.KEY_TAKEN;
            }
            return jdbc.sql(FENCE)
                    .param("batch", batch.value())
                    .param("tenant", tenant.value())
                    .query(Boolean.class)
                    .optional()
                    .map(open -> open ? replace(tenant, batch) : Result.DONE)
                    .orElseGet(() -> takenBack(status));
        });
    }

    /** With the key, which must stand for nothing then. */
    private static Result takenBack(TransactionStatus status) {
        status.setRollbackOnly();
        return Result.NOT_THERE;
    }

    private Result replace(TenantId tenant, BatchId batch) {
        int replaced = 0;
        int step;
        do {
            step = jdbc.sql(STEP)
                    .param("batch", batch.value())
                    .param("atMost", Items.STEP)
                    .param("ids", Stream.generate(ids::next).limit(Items.STEP).toArray(UUID[]::new))
                    .update();
            replaced += step;
        } while (step == Items.STEP);
        if (replaced > 0) {
            jdbc.sql(REOPEN).param("batch", batch.value()).update();
            meter.count(tenant, replaced);
        }
        return Result.DONE;
    }
}
