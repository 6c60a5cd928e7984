package io.renderyard.db.retention;

import io.renderyard.kernel.retention.Retention;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes finished jobs, and in the same transaction marks the artifacts that lost their last one. Their events are gone
 * by then: a tenant's events are deleted in their own order, not in that of their jobs.
 */
final class OldJobs {
    private static final String NOBODY_FOLLOWS = """
            not exists (select from job follower where follower.follows = job.id and follower.state = 'QUEUED')
            """;

    private static final String ALONE = """
            delete from job
            where id = any(array(
                         select id from job
                         where finished_at < now() - :age * interval '1 millisecond' and batch_id is null and not kept
                           and not exists (select from event where event.job_id = job.id)
                           and %s
                         order by finished_at limit :atMost for update skip locked))
            returning artifact_id""".formatted(NOBODY_FOLLOWS);

    private static final String BATCH = """
            update batch set leaving = true
            where id = (select id from batch
                        where finished_at < now() - :age * interval '1 millisecond'
                          and not exists (select from event where event.batch_id = batch.id)
                        order by finished_at limit 1 for update skip locked)
              and finished_at < now() - :age * interval '1 millisecond'
            returning id""";

    private static final String ITEMS = """
            delete from job
            where id = any(array(
                         select id from job where batch_id = :batch and finished_at is not null and %s
                         limit :atMost for update skip locked))
            returning artifact_id""".formatted(NOBODY_FOLLOWS);

    private static final String EMPTY = """
            delete from batch where id = :batch and not exists (select from job where batch_id = :batch)""";

    /**
     * The artifact's row itself says whether it was given to somebody meanwhile: whoever gets an old one makes it young in
     * that same row, and a young one has a job that is as young.
     */
    private static final String UNUSED = """
            update artifact set unused = true, expired_at = coalesce(expired_at, now())
            where id = any(:artifacts) and not unused and kept_since < now() - interval '1 hour'
              and not exists (select from job where job.artifact_id = artifact.id)""";

    private final JdbcClient jdbc;

    OldJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int deleteAlone(Duration age) {
        List<Optional<String>> artifacts = jdbc.sql(ALONE)
                .param("age", age.toMillis())
                .param("atMost", Retention.STEP)
                .query((row, number) -> Optional.ofNullable(row.getString("artifact_id")))
                .list();
        return marked(artifacts);
    }

    /** A step at the batch that finished first. */
    int deleteOfBatch(Duration age) {
        return jdbc.sql(BATCH)
                .param("age", age.toMillis())
                .query(UUID.class)
                .optional()
                .map(this::deleteItems)
                .orElse(0);
    }

    private int deleteItems(UUID batch) {
        List<Optional<String>> artifacts = jdbc.sql(ITEMS)
                .param("batch", batch)
                .param("atMost", Retention.STEP)
                .query((row, number) -> Optional.ofNullable(row.getString("artifact_id")))
                .list();
        if (!artifacts.isEmpty()) {
            return marked(artifacts);
        }
        return jdbc.sql(EMPTY).param("batch", batch).update();
    }

    private int marked(List<Optional<String>> artifacts) {
        String[] given = artifacts.stream().flatMap(Optional::stream).distinct().toArray(String[]::new);
        if (given.length > 0) {
            jdbc.sql(UNUSED).param("artifacts", given).update();
        }
        return artifacts.size();
    }
}
