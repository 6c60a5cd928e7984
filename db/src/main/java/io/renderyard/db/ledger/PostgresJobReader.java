package io.renderyard.db.ledger;

import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plain statements, not entities: whoever waits or polls reads a job several times, and each is one round trip. */
@Component
class PostgresJobReader implements JobReader {
    private static final String FIND = JobRow.SELECT + "where job.id = :id and job.tenant_id = :tenant";

    private static final String PAGE = JobRow.SELECT + """
            where job.tenant_id = :tenant
              and (cast(:state as text) is null or job.state = :state)
              and (cast(:before as uuid) is null or job.id < :before)
            order by job.id desc limit :atMost""";

    private final JdbcClient jdbc;

    PostgresJobReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Job> find(TenantId tenant, JobId id) {
        return jdbc.sql(FIND)
                .param("id", id.value())
                .param("tenant", tenant.value())
                .query(JobRow::read)
                .optional();
    }

    @Override
    public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
        return jdbc.sql(PAGE)
                .param("tenant", tenant.value())
                .param("state", state == null ? null : state.name())
                .param("before", before == null ? null : before.value())
                .param("atMost", limit)
                .query(JobRow::read)
                .list();
    }
}
