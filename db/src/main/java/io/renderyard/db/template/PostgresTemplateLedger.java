package io.renderyard.db.template;

import io.renderyard.db.Timestamps;
import io.renderyard.db.ledger.IdempotencyKeys;
import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateFilter;
import io.renderyard.kernel.template.TemplateHead;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.template.TemplateVersionId;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class PostgresTemplateLedger implements TemplateLedger {
    /** Two that are made in the same millisecond get the same number here; the second then tries again. */
    private static final String NEXT = """
            place as (
                select greatest(cast(extract(epoch from clock_timestamp()) * 1000 as bigint),
                                1 + coalesce((select max(number) from template_version where tenant_id = :tenant), 0))
                       as number)""";

    private static final int TRIES = 20;

    private static final String CREATE = "with " + NEXT + """
            ,
            made as (
                insert into template (id, tenant_id, created_at, engine, name, description, type, category, tags, output,
                                      open)
                values (:template, :tenant, now(), :engine, :name, :description, :type, :category, :tags, :output,
                        :open))
            insert into template_version (template_id, number, tenant_id, definition, created_at)
            select :template, number, :tenant, :definition, now() from place
            returning number""";

    private static final String CHANGE = "with " + NEXT + """
            ,
            changed as (
                update template
                set name = :name, description = :description, type = :type, category = :category, tags = :tags,
                    output = :output, open = :open
                where id = :template and tenant_id = :tenant and deleted_at is null and engine = :engine
                returning id)
            insert into template_version (template_id, number, tenant_id, definition, created_at)
            select changed.id, place.number, :tenant, :definition, now()
            from place, changed
            returning number""";

    private static final String COLUMNS = """
            select version.template_id, version.number, version.tenant_id, version.definition, version.created_at,
                   template.created_at as template_created_at, template.thumbnail,
                   (select count(*) from image
                    where image.template_id = version.template_id and image.template_number = version.number) as images
            from template_version version join template on template.id = version.template_id
            where template.tenant_id = :tenant and template.deleted_at is null
            """;

    private static final String LATEST = """
              and version.number = (select max(number) from template_version younger
                                    where younger.template_id = version.template_id)
            """;

    private static final String FILTER = """
              and (cast(:search as text) is null or strpos(lower(template.name), lower(:search)) > 0
                   or strpos(lower(coalesce(template.description, '')), lower(:search)) > 0)
              and (cast(:type as text) is null or template.type = :type)
              and (cast(:category as text) is null or template.category = :category)
              and template.tags @> cast(:tags as text[])
              and (cast(:output as text) is null or template.output = :output)
              and (cast(:open as boolean) is null or template.open = :open)
            """;

    private static final String COUNT = """
            select count(*) from template where tenant_id = :tenant and deleted_at is null
            """ + FILTER;

    private static final String BELOW = """
              and (cast(:below as bigint) is null or version.number < :below)
            order by version.number desc limit :atMost""";

    /** What is left of it is which images were made of it. */
    private static final String DELETE = """
            with deleted as (
                update template set deleted_at = now()
                where id = :template and tenant_id = :tenant and deleted_at is null
                returning id),
            emptied as (
                update template_version set definition = null from deleted where template_id = deleted.id)
            select id from deleted""";

    private final JdbcClient jdbc;
    private final MasterKey masterKey;
    private final TimeOrderedIds ids;
    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;

    PostgresTemplateLedger(
            JdbcClient jdbc,
            MasterKey masterKey,
            TimeOrderedIds ids,
            IdempotencyKeys keys,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.masterKey = masterKey;
        this.ids = ids;
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public TemplateVersionId create(TenantId tenant, TemplateContent content) {
        TemplateId id = new TemplateId(ids.next());
        byte[] definition = sealed(content);
        return write(() -> tried(CREATE, tenant, id, content, definition)).orElseThrow();
    }

    @Override
    public Acceptance<TemplateVersionId> create(TenantId tenant, TemplateContent content, IdempotencyKey key) {
        TemplateId id = new TemplateId(ids.next());
        byte[] definition = sealed(content);
        Optional<TemplateVersionId> made = write(() -> transaction.execute(status -> keys.take(tenant, key, id.value())
                ? tried(CREATE, tenant, id, content, definition)
                : Optional.empty()));
        return made.<Acceptance<TemplateVersionId>>map(Acceptance.Accepted::new).orElseGet(() -> before(tenant, key));
    }

    /** What the key stands for already; also when that was deleted since. */
    private Acceptance<TemplateVersionId> before(TenantId tenant, IdempotencyKey key) {
        IdempotencyKeys.Done done = keys.find(tenant, key)
                .orElseThrow(() -> new IllegalStateException("an idempotency key vanished while it was used"));
        return done.isSame()
                ? new Acceptance.Repeated<>(new TemplateVersionId(
                        new TemplateId(done.subject()),
                        jdbc.sql("select min(number) from template_version where template_id = :template")
                                .param("template", done.subject())
                                .query(Long.class)
                                .single()))
                : new Acceptance.KeyTaken<>();
    }

    @Override
    public Optional<TemplateVersionId> change(TenantId tenant, TemplateId id, TemplateContent content) {
        byte[] definition = sealed(content);
        return write(() -> tried(CHANGE, tenant, id, content, definition));
    }

    private byte[] sealed(TemplateContent content) {
        return masterKey.seal(TemplateCodec.write(content));
    }

    private static Optional<TemplateVersionId> write(Supplier<Optional<TemplateVersionId>> statement) {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return statement.get();
            } catch (DuplicateKeyException numberTaken) {
                // by one that was made at this very moment
            }
        }
        return statement.get();
    }

    private Optional<TemplateVersionId> tried(
            String statement, TenantId tenant, TemplateId id, TemplateContent content, byte[] definition) {
        TemplateHead head = content.head();
        return jdbc.sql(statement)
                .param("tenant", tenant.value())
                .param("template", id.value())
                .param("definition", definition)
                .param("engine", content.engine().name())
                .param("name", head.name())
                .param("description", head.description())
                .param("type", head.type())
                .param("category", head.category())
                .param("tags", head.tags().toArray(String[]::new))
                .param("output", head.output())
                .param("open", content.open())
                .query(Long.class)
                .optional()
                .map(number -> new TemplateVersionId(id, number));
    }

    @Override
    public void drawnBy(TemplateId id, JobId thumbnail) {
        jdbc.sql("update template set thumbnail = :job where id = :id")
                .param("job", thumbnail.value())
                .param("id", id.value())
                .update();
    }

    @Override
    public Optional<TenantId> owner(TemplateId id) {
        return jdbc.sql("select tenant_id from template where id = :id and deleted_at is null")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(TenantId::new);
    }

    @Override
    public Optional<TemplateVersion> find(TenantId tenant, TemplateId id, @Nullable Long number) {
        return jdbc.sql(COLUMNS + """
                          and template.id = :template and (cast(:number as bigint) is null or version.number = :number)
                        order by version.number desc limit 1""")
                .param("tenant", tenant.value())
                .param("template", id.value())
                .param("number", number)
                .query(this::read)
                .optional();
    }

    @Override
    public List<TemplateVersion> latest(TenantId tenant, @Nullable Long below, int limit) {
        return jdbc.sql(COLUMNS + LATEST + BELOW)
                .param("tenant", tenant.value())
                .param("below", below)
                .param("atMost", limit)
                .query(this::read)
                .list();
    }

    @Override
    public List<TemplateVersion> page(TenantId tenant, TemplateFilter filter, long offset, int limit) {
        return filtered(COLUMNS + LATEST + FILTER + order(filter.order()), tenant, filter)
                .param("offset", offset)
                .param("atMost", limit)
                .query(this::read)
                .list();
    }

    private static String order(TemplateFilter.Order order) {
        String by = switch (order) {
            case NEWEST -> "template.created_at desc, template.id desc";
            case OLDEST -> "template.created_at, template.id";
            case NAME -> "lower(template.name), template.id";
        };
        return " order by " + by + " offset :offset limit :atMost";
    }

    @Override
    public long count(TenantId tenant, TemplateFilter filter) {
        return filtered(COUNT, tenant, filter).query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(String statement, TenantId tenant, TemplateFilter filter) {
        return jdbc.sql(statement)
                .param("tenant", tenant.value())
                .param("search", filter.search())
                .param("type", filter.type())
                .param("category", filter.category())
                .param("tags", filter.tags().toArray(String[]::new))
                .param("output", filter.output())
                .param("open", filter.open());
    }

    @Override
    public List<TemplateVersion> versions(TenantId tenant, TemplateId id, @Nullable Long below, int limit) {
        return jdbc.sql(COLUMNS + "  and template.id = :template\n" + BELOW)
                .param("tenant", tenant.value())
                .param("template", id.value())
                .param("below", below)
                .param("atMost", limit)
                .query(this::read)
                .list();
    }

    @Override
    public boolean delete(TenantId tenant, TemplateId id) {
        return jdbc.sql(DELETE)
                .param("tenant", tenant.value())
                .param("template", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private TemplateVersion read(ResultSet row, int line) throws SQLException {
        return new TemplateVersion(
                new TemplateVersionId(new TemplateId(row.getObject("template_id", UUID.class)), row.getLong("number")),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                TemplateCodec.read(masterKey.open(row.getBytes("definition"))),
                Timestamps.read(row, "created_at"),
                Timestamps.read(row, "template_created_at"),
                row.getLong("images"),
                Optional.ofNullable(row.getObject("thumbnail", UUID.class))
                        .map(JobId::new)
                        .orElse(null));
    }
}
