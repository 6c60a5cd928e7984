package io.renderyard.db.artifact;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages by the jobs that drew the pictures, whose order has an index; a picture never outlives its job's row unexpired. */
@Component
class PostgresArtifactCatalogue implements ArtifactCatalogue {
    private static final String FIND =
            "select %s, artifact.created_at from artifact where id = :id and expired_at is null"
                    .formatted(ArtifactRow.COLUMNS);

    private static final String OF_A_KIND = """
            from job join artifact on artifact.job_id = job.id
            where job.tenant_id = :tenant and artifact.expired_at is null
              and case artifact.content_type
                      when 'image/gif' then 'MOVING'
                      when 'application/pdf' then 'DOCUMENT'
                      else 'STILL' end = :kind
            """;

    private static final String PAGE = "select " + ArtifactRow.COLUMNS + ", artifact.created_at " + OF_A_KIND
            + "order by job.id desc offset :offset limit :atMost";

    private final JdbcClient jdbc;

    PostgresArtifactCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Entry> find(ArtifactId id) {
        return jdbc.sql(FIND)
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<Entry> page(TenantId tenant, Kind kind, long offset, int limit) {
        return jdbc.sql(PAGE)
                .param("tenant", tenant.value())
                .param("kind", kind.name())
                .param("offset", offset)
                .param("atMost", limit)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public long count(TenantId tenant, Kind kind) {
        return jdbc.sql("select count(*) " + OF_A_KIND)
                .param("tenant", tenant.value())
                .param("kind", kind.name())
                .query(Long.class)
                .single();
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(ArtifactRow.read(row), Timestamps.read(row, "created_at"));
    }
}
