package io.renderyard.dispatcher.polling;

import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A batch by the text of its id. */
@Component
public class Batches {
    private final BatchReader reader;

    Batches(BatchReader reader) {
        this.reader = reader;
    }

    /** Empty for an unknown batch, another tenant's, and a text that is no id: from outside they are the same. */
    public Optional<Batch> find(TenantId tenant, String id) {
        return BatchId.parse(id).flatMap(batch -> reader.find(tenant, batch));
    }
}
