package io.renderyard.db.image;

import io.renderyard.db.Timestamps;
import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.image.ContentHash;
import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.NewImage;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.template.TemplateVersionId;
import io.renderyard.kernel.tenant.TenantId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class PostgresImageLedger implements ImageLedger {
    private static final String COLUMNS = "select id, tenant_id, created_at, deleted_at from image ";

    private static final String TWIN = """
            select id from image
            where tenant_id = :tenant and content = :content and deleted_at is null
              and created_at > now() - :window * interval '1 millisecond'
            order by created_at desc limit 1""";

    private static final String RECORD = """
            with written as (
                insert into image (id, tenant_id, definition, content, template_id, template_number, created_at)
                values (:image, :tenant, :definition, :content, :template, :number, now())
                on conflict (id) do update
                    set definition = excluded.definition, content = excluded.content, created_at = now(), deleted_at = null
                    where image.deleted_at is not null and image.tenant_id = excluded.tenant_id),
            drawing as (
                insert into image_drawing (image_id, rendition, job_id) values (:image, :rendition, :job)
                on conflict (image_id, rendition) do nothing
                returning job_id),
            """ + keep("drawing");

    /** Whoever deletes it meanwhile comes before or after, and so do two who each have another job. */
    private static final String HELD = "select id from image where id = :image and deleted_at is null for update";

    private static final String REDRAW = """
            with before as (
                select job_id from image_drawing where image_id = :image and rendition = :rendition),
            let_go as (
                update job set kept = false from before where job.id = before.job_id and job.id <> :job
                returning job.artifact_id),
            aging as (
                update artifact set kept_since = now() from let_go where artifact.id = let_go.artifact_id),
            drawing as (
                insert into image_drawing (image_id, rendition, job_id) values (:image, :rendition, :job)
                on conflict (image_id, rendition) do update set job_id = excluded.job_id
                returning job_id),
            """ + keep("drawing");

    private static final String PAGE = COLUMNS + """
            where tenant_id = :tenant and deleted_at is null
              and (cast(:before as uuid) is null
                   or (created_at, id) < (select created_at, id from image where id = :before and tenant_id = :tenant))
            order by created_at desc, id desc limit :atMost""";

    private final JdbcClient jdbc;
    private final MasterKey key;
    private final TimeOrderedIds ids;
    private final ImageDeletion deletion;
    private final TransactionTemplate transaction;

    PostgresImageLedger(
            JdbcClient jdbc,
            MasterKey key,
            TimeOrderedIds ids,
            ImageDeletion deletion,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.key = key;
        this.ids = ids;
        this.deletion = deletion;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A job that ends later sees for itself that it draws an image; this is for one that has ended. One that has not is
     * left alone: whoever holds its row just now would hide it from the worker that was rung for it. Where it ends at
     * this very moment it may keep its ordinary age, and the image is drawn anew when that is over.
     */
    private static String keep(String drawing) {
        return """
                kept as (
                    update job set kept = true from %s
                    where job.id = %s.job_id and job.state = 'SUCCEEDED' returning job.artifact_id)
                update artifact set kept_since = 'infinity' from kept where artifact.id = kept.artifact_id""".formatted(drawing, drawing);
    }

    @Override
    public ContentHash hash(TenantId tenant, String definition) {
        ByteBuffer hash = ByteBuffer.wrap(key.hash("image\n" + tenant + '\n' + definition));
        return new ContentHash(new UUID(hash.getLong(), hash.getLong()));
    }

    @Override
    public ImageId next() {
        return new ImageId(ids.next());
    }

    @Override
    public Optional<Image> find(ImageId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(PostgresImageLedger::read)
                .optional();
    }

    @Override
    public Optional<String> findDefinition(ImageId id) {
        return jdbc.sql("select definition from image where id = :id and deleted_at is null")
                .param("id", id.value())
                .query((row, number) -> key.open(row.getBytes("definition")))
                .optional();
    }

    @Override
    public Optional<ImageId> findTwin(TenantId tenant, ContentHash content, Duration window) {
        return jdbc.sql(TWIN)
                .param("tenant", tenant.value())
                .param("content", content.value())
                .param("window", window.toMillis())
                .query(UUID.class)
                .optional()
                .map(ImageId::new);
    }

    @Override
    public void record(NewImage image, Rendition rendition, JobId job) {
        TemplateVersionId template = image.template();
        ContentHash content = image.content();
        jdbc.sql(RECORD)
                .param("image", image.id().value())
                .param("tenant", image.tenant().value())
                .param("definition", key.seal(image.definition()))
                .param("content", content == null ? null : content.value())
                .param("template", template == null ? null : template.template().value())
                .param("number", template == null ? null : template.number())
                .param("rendition", rendition.name())
                .param("job", job.value())
                .update();
    }

    @Override
    public void drawnBy(ImageId id, Rendition rendition, JobId job) {
        transaction.executeWithoutResult(status -> {
            boolean there = jdbc.sql(HELD)
                    .param("image", id.value())
                    .query(UUID.class)
                    .optional()
                    .isPresent();
            if (there) {
                jdbc.sql(REDRAW)
                        .param("image", id.value())
                        .param("rendition", rendition.name())
                        .param("job", job.value())
                        .update();
            }
        });
    }

    @Override
    public Optional<JobId> drawing(ImageId id, Rendition rendition) {
        return jdbc.sql("select job_id from image_drawing where image_id = :image and rendition = :rendition")
                .param("image", id.value())
                .param("rendition", rendition.name())
                .query(UUID.class)
                .optional()
                .map(JobId::new);
    }

    @Override
    public Set<ImageId> delete(TenantId tenant, Set<ImageId> images) {
        return deletion.delete(tenant, images);
    }

    @Override
    public List<Image> page(TenantId tenant, @Nullable ImageId before, int limit) {
        return jdbc.sql(PAGE)
                .param("tenant", tenant.value())
                .param("before", before == null ? null : before.value())
                .param("atMost", limit)
                .query(PostgresImageLedger::read)
                .list();
    }

    private static Image read(ResultSet row, int number) throws SQLException {
        return new Image(
                new ImageId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                Timestamps.read(row, "created_at"),
                row.getObject("deleted_at") != null);
    }
}
