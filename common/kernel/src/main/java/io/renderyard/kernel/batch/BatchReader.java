package io.renderyard.kernel.batch;

import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An owner's view of batches. Another tenant's batch is not there. */
public interface BatchReader {
    /** Items read at once where all are. */
    int PAGE = 1_000;

    Optional<Batch> find(TenantId tenant, BatchId batch);

    /**
     * Newest first.
     *
     * @param before only batches older than this one; from the newest when null
     */
    List<Batch> page(TenantId tenant, @Nullable BatchId before, int limit);

    /**
     * The jobs that speak for the rows after this one, in the order of the rows. Empty when the batch is not there.
     *
     * @param state only items in this state; all when null
     * @param after a row's number; 0 for the first page
     */
    List<Job> items(TenantId tenant, BatchId batch, @Nullable JobState state, int after, int limit);

    /** All of them in the order of the rows, for batches that are known to be small. */
    default List<Job> items(Batch batch) {
        List<Job> all = new ArrayList<>();
        List<Job> page;
        do {
            int after = all.isEmpty()
                    ? 0
                    : Objects.requireNonNull(all.getLast().item()).row();
            page = items(batch.tenant(), batch.id(), null, after, PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }
}
