package io.renderyard.db.tenant;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.tenant.ApiKey;
import io.renderyard.kernel.tenant.ApiKeys;
import io.renderyard.kernel.tenant.Grant;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredApiKeys implements ApiKeys {
    private static final String COLUMNS =
            "id, name, description, revoked_at, scopes, all_future_permissions, created_at, updated_at";

    private final JdbcClient jdbc;
    private final KeyIssuer issuer;
    private final InstantSource clock;

    StoredApiKeys(JdbcClient jdbc, KeyIssuer issuer, InstantSource clock) {
        this.jdbc = jdbc;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Created> create(TenantId tenant, Grant grant) {
        if (grant.enabled() && isFull(tenant)) {
            return Optional.empty();
        }
        KeyIssuer.Issued issued = issuer.issue(tenant, KeyFormat.YARD, grant);
        return find(tenant, issued.id()).map(key -> new Created(key, issued.key()));
    }

    @Override
    @Transactional
    public Replacement replace(TenantId tenant, UUID id, Grant grant) {
        boolean full = isFull(tenant);
        Optional<ApiKey> old = find(tenant, id);
        if (old.isEmpty()) {
            return new Replacement.NoSuchKey();
        }
        if (full && grant.enabled() && !old.get().grant().enabled()) {
            return new Replacement.TooMany();
        }
        ApiKey key = jdbc.sql("""
                        update credential
                        set name = :name, description = :description, scopes = :scopes,
                            all_future_permissions = :future, updated_at = :now,
                            revoked_at = case when :enabled then null else coalesce(revoked_at, :now) end
                        where tenant_id = :tenant and id = :id
                        returning %s""".formatted(COLUMNS))
                .param("name", KeyIssuer.name(id, grant))
                .param("description", grant.description())
                .param("scopes", ScopeColumn.write(grant.scopes()))
                .param("future", grant.futureScopes())
                .param("now", now())
                .param("enabled", grant.enabled())
                .param("tenant", tenant.value())
                .param("id", id)
                .query((row, number) -> read(row))
                .single();
        return new Replacement.Replaced(key);
    }

    @Override
    public boolean disable(TenantId tenant, UUID id) {
        return jdbc.sql("""
                        update credential
                        set revoked_at = coalesce(revoked_at, :now),
                            updated_at = case when revoked_at is null then :now else updated_at end
                        where tenant_id = :tenant and id = :id""")
                        .param("now", now())
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    @Override
    public Optional<ApiKey> find(TenantId tenant, UUID id) {
        return jdbc.sql("select %s from credential where tenant_id = :tenant and id = :id".formatted(COLUMNS))
                .param("tenant", tenant.value())
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<ApiKey> page(TenantId tenant, Filter filter, @Nullable UUID from, int most) {
        return jdbc.sql("""
                        select %s from credential
                        where tenant_id = :tenant and (:disabledToo or revoked_at is null) and scopes @> cast(:scopes as text[])
                          and (cast(:from as uuid) is null or (created_at, id) <= (
                              select created_at, id from credential where tenant_id = :tenant and id = :from))
                        order by created_at desc, id desc limit :most""".formatted(COLUMNS))
                .param("tenant", tenant.value())
                .param("disabledToo", filter.disabledToo())
                .param("scopes", ScopeColumn.write(filter.scopes()))
                .param("from", from)
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    /** Whoever adds a key holds the tenant's row, so that two who come together do not both take the last place. */
    private boolean isFull(TenantId tenant) {
        jdbc.sql("select id from tenant where id = :tenant for no key update")
                .param("tenant", tenant.value())
                .query(UUID.class)
                .single();
        return jdbc.sql("select count(*) from credential where tenant_id = :tenant and revoked_at is null")
                        .param("tenant", tenant.value())
                        .query(Long.class)
                        .single()
                >= MOST_ENABLED;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        String name = row.getString("name");
        boolean enabled = Timestamps.readOrNull(row, "revoked_at") == null;
        boolean future = row.getBoolean("all_future_permissions");
        return new ApiKey(
                row.getObject("id", UUID.class),
                name,
                new Grant(name, row.getString("description"), enabled, ScopeColumn.read(row), future),
                Timestamps.read(row, "created_at"),
                Timestamps.read(row, "updated_at"));
    }
}
