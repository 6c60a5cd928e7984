package io.renderyard.db.ledger;

import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
class PostgresJobReader implements JobReader {
    private final JobRows rows;

    PostgresJobReader(JobRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Job> find(TenantId tenant, JobId id) {
        return rows.find(tenant.value(), id.value()).map(FoundJob::job);
    }

    @Override
    public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
        return rows.page(tenant.value(), state, before == null ? null : before.value(), Limit.of(limit)).stream()
                .map(FoundJob::job)
                .toList();
    }
}
