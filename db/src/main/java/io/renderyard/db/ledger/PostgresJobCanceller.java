package io.renderyard.db.ledger;

import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class PostgresJobCanceller implements JobCanceller {
    private final JobEndings endings;
    private final JobReader reader;

    PostgresJobCanceller(JobEndings endings, JobReader reader) {
        this.endings = endings;
        this.reader = reader;
    }

    @Override
    public Optional<Job> cancel(TenantId tenant, JobId id, String reason) {
        endings.cancel(tenant, id, reason);
        return reader.find(tenant, id);
    }
}
