package io.renderyard.db.batch;

import io.renderyard.db.ledger.JobRow;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresBatchReader implements BatchReader {
    private static final String FIND = BatchRow.SELECT + "where batch.id = :id and batch.tenant_id = :tenant";

    private static final String PAGE = BatchRow.SELECT + """
            where batch.tenant_id = :tenant and (cast(:before as uuid) is null or batch.id < :before)
            order by batch.id desc limit :atMost""";

    private static final String ITEMS = JobRow.SELECT + """
            where job.batch_id = :batch and job.replaced_by is null and job.tenant_id = :tenant
              and job.batch_row > :after and (cast(:state as text) is null or job.state = :state)
            order by job.batch_row limit :atMost""";

    private final JdbcClient jdbc;

    PostgresBatchReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Batch> find(TenantId tenant, BatchId batch) {
        return jdbc.sql(FIND)
                .param("id", batch.value())
                .param("tenant", tenant.value())
                .query(BatchRow::read)
                .optional();
    }

    @Override
    public List<Batch> page(TenantId tenant, @Nullable BatchId before, int limit) {
        return jdbc.sql(PAGE)
                .param("tenant", tenant.value())
                .param("before", before == null ? null : before.value())
                .param("atMost", limit)
                .query(BatchRow::read)
                .list();
    }

    @Override
    public List<Job> items(TenantId tenant, BatchId batch, @Nullable JobState state, int after, int limit) {
        return jdbc.sql(ITEMS)
                .param("batch", batch.value())
                .param("tenant", tenant.value())
                .param("after", after)
                .param("state", state == null ? null : state.name())
                .param("atMost", limit)
                .query(JobRow::read)
                .list();
    }
}
