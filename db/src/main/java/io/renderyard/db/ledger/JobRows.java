package io.renderyard.db.ledger;

import io.renderyard.kernel.job.JobState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JobRows extends Repository<JobRow, UUID> {
    @Query("""
            select new io.renderyard.db.ledger.FoundJob(j, a)
            from JobRow j left join ArtifactRow a on a.jobId = j.id
            where j.id = :id and j.tenantId = :tenant""")
    Optional<FoundJob> find(UUID tenant, UUID id);

    @Query("""
            select new io.renderyard.db.ledger.FoundJob(j, a)
            from JobRow j left join ArtifactRow a on a.jobId = j.id
            where j.tenantId = :tenant
              and (:state is null or j.state = :state)
              and (cast(:before as uuid) is null or j.id < :before)
            order by j.id desc""")
    List<FoundJob> page(UUID tenant, @Nullable JobState state, @Nullable UUID before, Limit limit);
}
