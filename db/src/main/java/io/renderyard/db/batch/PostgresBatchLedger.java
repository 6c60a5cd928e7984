package io.renderyard.db.batch;

import io.renderyard.db.ledger.IdempotencyKeys;
import io.renderyard.db.ledger.StorableText;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresBatchLedger implements BatchLedger {
    private static final String OF_OWNER = " where id = :batch and tenant_id = :tenant and finished_at is null";

    private final JdbcClient jdbc;
    private final BatchReader reader;
    private final BatchAcceptance acceptance;
    private final Cancellation cancellation;
    private final BatchEnds ends;
    private final BatchRetry retry;
    private final IdempotencyKeys keys;

    PostgresBatchLedger(
            JdbcClient jdbc,
            BatchReader reader,
            BatchAcceptance acceptance,
            Cancellation cancellation,
            BatchEnds ends,
            BatchRetry retry,
            IdempotencyKeys keys) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.acceptance = acceptance;
        this.cancellation = cancellation;
        this.ends = ends;
        this.retry = retry;
        this.keys = keys;
    }

    @Override
    public Acceptance<Batch> accept(BatchHead head, Iterator<Row> rows, @Nullable IdempotencyKey key) {
        Optional<Batch> accepted = acceptance.accept(head, rows, key);
        if (accepted.isPresent() || key == null) {
            return new Acceptance.Accepted<>(accepted.orElseThrow());
        }
        return before(head.tenant(), key);
    }

    /** What the key stands for already. */
    private Acceptance<Batch> before(TenantId tenant, IdempotencyKey key) {
        IdempotencyKeys.Done done = keys.find(tenant, key)
                .orElseThrow(() -> new IllegalStateException("an idempotency key vanished while it was used"));
        return done.isSame()
                ? new Acceptance.Repeated<>(reader.find(tenant, new BatchId(done.subject()))
                        .orElseThrow(
                                () -> new IllegalStateException("the key of batch " + done.subject() + " outlived it")))
                : new Acceptance.KeyTaken<>();
    }

    /** Whoever dies in it leaves the reason on the batch, and the conductor does the rest. */
    @Override
    public Optional<Batch> cancel(TenantId tenant, BatchId batch, String reason) {
        int open = jdbc.sql("update batch set cancel_reason = coalesce(cancel_reason, :reason)" + OF_OWNER)
                .param("batch", batch.value())
                .param("tenant", tenant.value())
                .param("reason", StorableText.of(reason))
                .update();
        if (open > 0) {
            cancellation.cancelItems(batch.value());
            ends.finish(batch.value());
        }
        return reader.find(tenant, batch);
    }

    @Override
    public Optional<Batch> pause(TenantId tenant, BatchId batch) {
        return steer("paused_at = coalesce(paused_at, now())", tenant, batch);
    }

    @Override
    public Optional<Batch> resume(TenantId tenant, BatchId batch) {
        return steer("paused_at = null", tenant, batch);
    }

    private Optional<Batch> steer(String change, TenantId tenant, BatchId batch) {
        jdbc.sql("update batch set " + change + OF_OWNER)
                .param("batch", batch.value())
                .param("tenant", tenant.value())
                .update();
        return reader.find(tenant, batch);
    }

    @Override
    public Optional<Acceptance<Batch>> retry(TenantId tenant, BatchId batch, @Nullable IdempotencyKey key) {
        return switch (retry.retry(tenant, batch, key)) {
            case DONE -> reader.find(tenant, batch).map(Acceptance.Accepted::new);
            case KEY_TAKEN -> Optional.of(before(tenant, Objects.requireNonNull(key)));
            case NOT_THERE -> Optional.empty();
        };
    }
}
