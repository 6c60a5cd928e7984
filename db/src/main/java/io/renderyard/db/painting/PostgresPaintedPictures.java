package io.renderyard.db.painting;

import io.renderyard.db.Timestamps;
import io.renderyard.db.artifact.ArtifactRow;
import io.renderyard.db.ledger.SpecCodec;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.painting.PaintedPictures;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresPaintedPictures implements PaintedPictures {
    /** An item may have its batch's spec. */
    private static final String PAGE = """
            select job.id, job.created_at, coalesce(own.spec, base.spec) as spec, %s
            from job join job_spec own on own.job_id = job.id
                     left join batch_spec base on base.batch_id = job.batch_id and base.ordinal = own.base
                                              and own.spec is null
                     join artifact on artifact.id = job.artifact_id
            where job.tenant_id = :tenant and job.painted and job.state = 'SUCCEEDED' and job.cleaned_at is null
              and artifact.expired_at is null
              and (cast(:before as uuid) is null or job.id < :before)
            order by job.id desc limit :atMost""".formatted(ArtifactRow.COLUMNS);

    private final JdbcClient jdbc;
    private final SpecCodec specs;

    PostgresPaintedPictures(JdbcClient jdbc, SpecCodec specs) {
        this.jdbc = jdbc;
        this.specs = specs;
    }

    @Override
    public List<PaintedPicture> page(TenantId tenant, @Nullable JobId before, int limit) {
        return jdbc.sql(PAGE)
                .param("tenant", tenant.value())
                .param("before", before == null ? null : before.value())
                .param("atMost", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private PaintedPicture read(ResultSet row) throws SQLException {
        return new PaintedPicture(
                new JobId(row.getObject("id", UUID.class)),
                Timestamps.read(row, "created_at"),
                prompt(specs.read(new SpecCodec.Stored(row.getString("spec"), null))
                        .source()),
                ArtifactRow.read(row));
    }

    private static Prompt prompt(Source source) {
        return switch (source) {
            case Source.Painted(Prompt prompt) -> prompt;
            case Source.Html _, Source.Handlebars _, Source.Expressions _, Source.Url _ ->
                throw new IllegalStateException("a job that counts as painted has a page as its source");
        };
    }
}
