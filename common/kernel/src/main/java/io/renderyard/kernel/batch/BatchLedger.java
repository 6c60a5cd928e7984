package io.renderyard.kernel.batch;

import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An owner's way to send batches and to steer them. */
public interface BatchLedger {
    /**
     * Writes the batch with all its rows in one transaction: whoever dies half-way leaves nothing. Rows are numbered
     * from 1 in their order, and are pulled while the transaction is open: they must come from this machine, not from a
     * client. A row that is wrong becomes a job that has failed.
     *
     * @param rows at least one; what it throws is passed on, and nothing is written
     * @param key the client's name for this request; none when null
     */
    Acceptance<Batch> accept(BatchHead head, Iterator<Row> rows, @Nullable IdempotencyKey key);

    /**
     * Calls the batch off: nothing more is admitted, and what has not ended is cancelled, of a large batch the rest soon
     * after. One that has ended is returned as it is. Empty when it is not there.
     */
    Optional<Batch> cancel(TenantId tenant, BatchId batch, String reason);

    /** Admits no more items until it is resumed. Empty when it is not there. */
    Optional<Batch> pause(TenantId tenant, BatchId batch);

    /** Goes on. Empty when it is not there. */
    Optional<Batch> resume(TenantId tenant, BatchId batch);

    /**
     * Puts a new job into the row of each item that failed, except of rows that were no items; a batch that had ended is
     * open again, and will end with another event. One that was cancelled, or has nothing to retry, stays as it is.
     * Empty when it is not there.
     */
    Optional<Acceptance<Batch>> retry(TenantId tenant, BatchId batch, @Nullable IdempotencyKey key);
}
