package io.renderyard.db.image;

import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes images away with all that was made of them. What is left of one is that it was there. */
@Component
class ImageDeletion {
    /** In one order, so that two who delete the same ones wait for each other and not in a circle. */
    private static final String KNOWN =
            "select id from image where tenant_id = :tenant and id = any(:images) order by id for update";

    private static final String EMPTY = """
            update image set definition = null, content = null, deleted_at = now()
            where id = any(:images) and deleted_at is null""";

    private static final String DRAWINGS = "delete from image_drawing where image_id = any(:images) returning job_id";

    /** Of jobs that have ended: one that waits for its turn without a spec could only be lost. */
    private static final String SPECS = "delete from job_spec where job_id = any(:jobs)";

    /** As if it had expired a minute ago: nobody is given time to open what must be gone. */
    private static final String PICTURES = """
            with let_go as (
                update job set kept = false where id = any(:jobs) and state = 'SUCCEEDED' returning artifact_id)
            update artifact set expired_at = least(expired_at, now() - interval '1 minute'), kept_since = now()
            from let_go where artifact.id = let_go.artifact_id""";

    private final JdbcClient jdbc;
    private final JobCanceller canceller;
    private final TransactionTemplate transaction;

    ImageDeletion(JdbcClient jdbc, JobCanceller canceller, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.canceller = canceller;
        this.transaction = new TransactionTemplate(transactions);
    }

    Set<ImageId> delete(TenantId tenant, Set<ImageId> images) {
        Emptied emptied = transaction.execute(status -> empty(tenant, images));
        for (UUID job : emptied.jobs()) {
            canceller.cancel(tenant, new JobId(job), "its image was deleted");
        }
        // Whoever dies before this leaves pictures that nobody can ask for, whose time is over as that of any other.
        transaction.executeWithoutResult(status -> {
            expire(emptied.jobs());
            jdbc.sql(SPECS).param("jobs", array(emptied.jobs())).update();
        });
        return emptied.images().stream().map(ImageId::new).collect(Collectors.toSet());
    }

    private record Emptied(List<UUID> images, List<UUID> jobs) {}

    private Emptied empty(TenantId tenant, Set<ImageId> images) {
        List<UUID> known = jdbc.sql(KNOWN)
                .param("tenant", tenant.value())
                .param("images", images.stream().map(ImageId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        jdbc.sql(EMPTY).param("images", array(known)).update();
        List<UUID> jobs = jdbc.sql(DRAWINGS)
                .param("images", array(known))
                .query(UUID.class)
                .list();
        expire(jobs);
        return new Emptied(known, jobs);
    }

    private void expire(List<UUID> jobs) {
        jdbc.sql(PICTURES).param("jobs", array(jobs)).update();
    }

    private static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
