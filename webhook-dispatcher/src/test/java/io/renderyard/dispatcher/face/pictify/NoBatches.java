package io.renderyard.dispatcher.face.pictify;

import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger without batches. */
final class NoBatches implements BatchReader {
    @Override
    public Optional<Batch> find(TenantId tenant, BatchId batch) {
        return Optional.empty();
    }

    @Override
    public List<Batch> page(TenantId tenant, @Nullable BatchId before, int limit) {
        return List.of();
    }

    @Override
    public List<Job> items(TenantId tenant, BatchId batch, @Nullable JobState state, int after, int limit) {
        return List.of();
    }
}
