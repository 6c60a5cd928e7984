package io.renderyard.db.subscription;

import io.renderyard.db.ledger.IdempotencyKeys;
import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class PostgresSubscriptionLedger implements SubscriptionLedger {
    private static final int SECRET_BYTES = 32;

    private static final String INSERT = """
            with fresh as (
                insert into subscription (id, tenant_id, shape, topic, filters, target_url, platform, status, secret,
                                          created_at, updated_at)
                values (:id, :tenant, :shape, :topic, :filters, :target, :platform, 'ACTIVE', :secret, now(), now())
                returning id)
            insert into subscription_tally (subscription_id, slot)
            select id, slot from fresh cross join generate_series(0, 7) as slot""";

    private static final String ONE = "where subscription.tenant_id = :tenant and subscription.id = :id";

    private static final String MATCHING = """
            where tenant_id = :tenant
              and (cast(:topic as text) is null or topic = :topic)
              and (cast(:status as text) is null or status = :status)
              and (cast(:platform as text) is null or platform = :platform)
            """;

    private static final String CHANGE = """
            update subscription set target_url = coalesce(:target, target_url), filters = coalesce(:filters, filters),
                                    updated_at = now()
            where tenant_id = :tenant and id = :id""";

    private static final String RESUME = """
            with resumed as (
                update subscription set status = 'ACTIVE', updated_at = now() where id = :id returning id),
            forgotten as (
                update subscription_tally set failures = 0
                from resumed where subscription_tally.subscription_id = resumed.id)
            update delivery set due_at = now()
            from resumed
            where delivery.subscription_id = resumed.id and delivery.state = 'PENDING' and delivery.due_at = 'infinity'""";

    private static final String STATS = """
            select count(*) filter (where status = 'ACTIVE') as active,
                   count(*) filter (where status = 'PAUSED') as paused,
                   count(*) filter (where status = 'FAILED') as failed,
                   coalesce(sum(waiting.pending), 0) as pending,
                   coalesce(sum(tally.delivered), 0) as delivered,
                   coalesce(sum(tally.given_up), 0) as given_up
            from subscription
                 cross join lateral (
                     select sum(delivered) as delivered, sum(given_up) as given_up
                     from subscription_tally where subscription_id = subscription.id) as tally
                 cross join lateral (
                     select count(*) as pending
                     from delivery where subscription_id = subscription.id and state = 'PENDING') as waiting
            where tenant_id = :tenant""";

    private final JdbcClient jdbc;
    private final MasterKey masterKey;
    private final TimeOrderedIds ids;
    private final SecureRandom random;
    private final SubscriptionStops stops;
    private final IdempotencyKeys keys;

    PostgresSubscriptionLedger(
            JdbcClient jdbc,
            MasterKey masterKey,
            TimeOrderedIds ids,
            SecureRandom random,
            SubscriptionStops stops,
            IdempotencyKeys keys) {
        this.jdbc = jdbc;
        this.masterKey = masterKey;
        this.ids = ids;
        this.random = random;
        this.stops = stops;
        this.keys = keys;
    }

    @Override
    @Transactional
    public Optional<Created> create(TenantId tenant, Wish wish, URI target, String platform) {
        return isFull(tenant)
                ? Optional.empty()
                : insert(tenant, new SubscriptionId(ids.next()), wish, target, platform);
    }

    @Override
    @Transactional
    public Optional<Acceptance<Created>> create(
            TenantId tenant, Wish wish, URI target, String platform, IdempotencyKey key) {
        SubscriptionId id = new SubscriptionId(ids.next());
        return isFull(tenant) || !keys.take(tenant, key, id.value())
                ? keys.find(tenant, key).map(done -> before(tenant, done))
                : insert(tenant, id, wish, target, platform).map(Acceptance.Accepted::new);
    }

    /** One that was deleted since is not made again. */
    private Acceptance<Created> before(TenantId tenant, IdempotencyKeys.Done done) {
        return Optional.of(done)
                .filter(IdempotencyKeys.Done::isSame)
                .flatMap(same -> created(tenant, new SubscriptionId(same.subject())))
                .<Acceptance<Created>>map(Acceptance.Repeated::new)
                .orElseGet(Acceptance.KeyTaken::new);
    }

    private Optional<Created> created(TenantId tenant, SubscriptionId id) {
        return find(tenant, id)
                .flatMap(subscription -> findSecret(id).map(secret -> new Created(subscription, secret)));
    }

    private Optional<Created> insert(TenantId tenant, SubscriptionId id, Wish wish, URI target, String platform) {
        jdbc.sql(INSERT)
                .param("id", id.value())
                .param("tenant", tenant.value())
                .param("shape", wish.shape())
                .param("topic", wish.topic())
                .param("filters", wish.filters())
                .param("target", target.toString())
                .param("platform", platform)
                .param("secret", masterKey.seal(newSecret().reveal()))
                .update();
        return created(tenant, id);
    }

    /** Whoever adds one holds the tenant's row, so that two who come together do not both take the last place. */
    private boolean isFull(TenantId tenant) {
        jdbc.sql("select id from tenant where id = :tenant for no key update")
                .param("tenant", tenant.value())
                .query(UUID.class)
                .single();
        return jdbc.sql("select count(*) from subscription where tenant_id = :tenant")
                        .param("tenant", tenant.value())
                        .query(Long.class)
                        .single()
                >= MOST;
    }

    private Secret newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Secret("whsec_" + Base64.getEncoder().encodeToString(secret));
    }

    @Override
    public Optional<Subscription> find(TenantId tenant, SubscriptionId id) {
        return one(SubscriptionRow.SELECT + ONE, tenant, id)
                .query(SubscriptionRow::read)
                .optional();
    }

    @Override
    public Optional<Secret> findSecret(SubscriptionId id) {
        return jdbc.sql("select secret from subscription where id = :id")
                .param("id", id.value())
                .query((row, number) -> new Secret(masterKey.open(row.getBytes("secret"))))
                .optional();
    }

    @Override
    public Page page(TenantId tenant, Filter filter, long offset, int limit) {
        List<Subscription> subscriptions = matching(
                        SubscriptionRow.SELECT + MATCHING
                                + "order by created_at desc, subscription.id desc limit :limit offset :offset",
                        tenant,
                        filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(SubscriptionRow::read)
                .list();
        long total = matching("select count(*) from subscription " + MATCHING, tenant, filter)
                .query(Long.class)
                .single();
        return new Page(subscriptions, total);
    }

    private JdbcClient.StatementSpec matching(String sql, TenantId tenant, Filter filter) {
        SubscriptionStatus status = filter.status();
        return jdbc.sql(sql)
                .param("tenant", tenant.value())
                .param("topic", filter.topic())
                .param("status", status == null ? null : status.name())
                .param("platform", filter.platform());
    }

    @Override
    @Transactional
    public Optional<Subscription> change(TenantId tenant, SubscriptionId id, Change change) {
        URI target = change.target();
        one(CHANGE, tenant, id)
                .param("target", target == null ? null : target.toString())
                .param("filters", change.filters())
                .update();
        return find(tenant, id);
    }

    @Override
    @Transactional
    public Optional<Subscription> pause(TenantId tenant, SubscriptionId id) {
        if (holds(tenant, id)) {
            stops.pause(id);
        }
        return find(tenant, id);
    }

    @Override
    @Transactional
    public Optional<Subscription> resume(TenantId tenant, SubscriptionId id) {
        if (holds(tenant, id)) {
            jdbc.sql(RESUME).param("id", id.value()).update();
        }
        return find(tenant, id);
    }

    /** False when it is not there. */
    private boolean holds(TenantId tenant, SubscriptionId id) {
        return one("select id from subscription " + ONE + " for no key update", tenant, id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    @Override
    public boolean delete(TenantId tenant, SubscriptionId id) {
        return one("delete from subscription " + ONE, tenant, id).update() > 0;
    }

    @Override
    public Stats stats(TenantId tenant) {
        return jdbc.sql(STATS)
                .param("tenant", tenant.value())
                .query((row, number) -> new Stats(
                        row.getLong("active"),
                        row.getLong("paused"),
                        row.getLong("failed"),
                        row.getLong("pending"),
                        row.getLong("delivered"),
                        row.getLong("given_up")))
                .single();
    }

    private JdbcClient.StatementSpec one(String sql, TenantId tenant, SubscriptionId id) {
        return jdbc.sql(sql).param("tenant", tenant.value()).param("id", id.value());
    }
}
