package io.renderyard.db.retention;

import io.renderyard.db.artifact.ArtifactRow;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.retention.ArtifactCollection;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresArtifactCollection implements ArtifactCollection {
    private static final String EXPIRED = """
            select %s from artifact
            where deleted_at is null and expired_at < now() - interval '1 minute'
            order by expired_at limit :atMost""".formatted(ArtifactRow.COLUMNS);

    private static final String DELETED = """
            update artifact set deleted_at = now()
            where id = any(array(select id from artifact
                                 where id = any(:artifacts) and expired_at is not null and deleted_at is null
                                 for update skip locked))""";

    /**
     * One look at both tables: an attempt that is no longer under way in it has its artifact in it, or never gets one. A
     * key that no attempt makes is somebody else's.
     */
    private static final String OWNED = """
            select keys.key from unnest(:keys, cast(:jobs as uuid[]), cast(:attempts as int[])) as keys (key, job, attempt)
            where exists (select from artifact where artifact.storage_key = keys.key and artifact.deleted_at is null)
               or exists (select from job
                          where job.id = keys.job and job.attempt = keys.attempt and job.state = 'RUNNING')""";

    private static final String PAGE = """
            select %s from artifact
            where expired_at is null and id > :after
            order by id limit :atMost""".formatted(ArtifactRow.COLUMNS);

    private final JdbcClient jdbc;

    PostgresArtifactCollection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Artifact> findExpired(int atMost) {
        return jdbc.sql(EXPIRED)
                .param("atMost", atMost)
                .query((row, number) -> ArtifactRow.read(row))
                .list();
    }

    @Override
    public void deleted(List<ArtifactId> artifacts) {
        jdbc.sql(DELETED)
                .param("artifacts", texts(artifacts, ArtifactId::value))
                .update();
    }

    @Override
    public Set<ArtifactKey> owned(List<ArtifactKey> keys) {
        Map<ArtifactKey, Attempt> ours = new LinkedHashMap<>();
        Set<ArtifactKey> owned = new HashSet<>();
        for (ArtifactKey key : keys) {
            Attempt.of(key).ifPresentOrElse(attempt -> ours.put(key, attempt), () -> owned.add(key));
        }
        jdbc.sql(OWNED)
                .param("keys", texts(ours.keySet(), ArtifactKey::path))
                .param("jobs", texts(ours.values(), attempt -> attempt.job().toString()))
                .param("attempts", texts(ours.values(), attempt -> Integer.toString(attempt.number())))
                .query((row, number) -> new ArtifactKey(row.getString("key")))
                .list()
                .forEach(owned::add);
        return owned;
    }

    @Override
    public List<Artifact> page(@Nullable ArtifactId after, int atMost) {
        return jdbc.sql(PAGE)
                .param("after", after == null ? "" : after.value())
                .param("atMost", atMost)
                .query((row, number) -> ArtifactRow.read(row))
                .list();
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
