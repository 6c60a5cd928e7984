package io.renderyard.db.artifact;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.ReceiptReader;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read apart from the artifact, which is looked up on every request for its bytes. */
@Component
class StoredReceipts implements ReceiptReader {
    private final JdbcClient jdbc;
    private final ReceiptCodec codec;

    StoredReceipts(JdbcClient jdbc, ReceiptCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    @Override
    public Optional<Receipt> find(TenantId tenant, JobId job) {
        return jdbc.sql("""
                        select artifact.receipt from artifact join job on job.artifact_id = artifact.id
                        where job.id = :job and job.tenant_id = :tenant and job.cleaned_at is null""")
                .param("job", job.value())
                .param("tenant", tenant.value())
                .query(String.class)
                .optional()
                .map(codec::read);
    }
}
