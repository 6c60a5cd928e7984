package io.renderyard.gateway.face.pictify;

import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Subscriptions in memory. */
final class PlayedSubscriptions implements SubscriptionLedger {
    private final Map<SubscriptionId, Subscription> all = new LinkedHashMap<>();

    /** As if a delivery of each had been given up. */
    void failAll() {
        all.replaceAll((id, subscription) -> with(subscription, SubscriptionStatus.FAILED));
    }

    @Override
    public Optional<Created> create(TenantId tenant, Wish wish, URI target, String platform) {
        if (all.values().stream().filter(one -> one.tenant().equals(tenant)).count() >= MOST) {
            return Optional.empty();
        }
        Subscription fresh = new Subscription(
                new SubscriptionId(new UUID(1, all.size() + 1L)),
                tenant,
                wish,
                target,
                platform,
                SubscriptionStatus.ACTIVE,
                0,
                0,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
        all.put(fresh.id(), fresh);
        return Optional.of(new Created(fresh, new Secret("whsec_" + fresh.id())));
    }

    @Override
    public Optional<Acceptance<Created>> create(
            TenantId tenant, Wish wish, URI target, String platform, IdempotencyKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Subscription> find(TenantId tenant, SubscriptionId id) {
        return Optional.ofNullable(all.get(id)).filter(one -> one.tenant().equals(tenant));
    }

    @Override
    public Optional<Secret> findSecret(SubscriptionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page page(TenantId tenant, Filter filter, long offset, int limit) {
        List<Subscription> matching = all.values().stream()
                .filter(one -> one.tenant().equals(tenant))
                .filter(one -> filter.topic() == null
                        || filter.topic().equals(one.wish().topic()))
                .filter(one -> filter.status() == null || filter.status() == one.status())
                .filter(one -> filter.platform() == null || filter.platform().equals(one.platform()))
                .toList()
                .reversed();
        return new Page(matching.stream().skip(offset).limit(limit).toList(), matching.size());
    }

    @Override
    public Optional<Subscription> change(TenantId tenant, SubscriptionId id, Change change) {
        return changed(
                tenant,
                id,
                one -> new Subscription(
                        one.id(),
                        one.tenant(),
                        new Wish(
                                one.wish().shape(),
                                one.wish().topic(),
                                change.filters() == null ? one.wish().filters() : change.filters()),
                        change.target() == null ? one.target() : change.target(),
                        one.platform(),
                        one.status(),
                        one.delivered(),
                        one.failures(),
                        one.last(),
                        one.createdAt(),
                        one.updatedAt()));
    }

    @Override
    public Optional<Subscription> pause(TenantId tenant, SubscriptionId id) {
        return changed(
                tenant,
                id,
                one -> one.status() == SubscriptionStatus.ACTIVE ? with(one, SubscriptionStatus.PAUSED) : one);
    }

    @Override
    public Optional<Subscription> resume(TenantId tenant, SubscriptionId id) {
        return changed(tenant, id, one -> with(one, SubscriptionStatus.ACTIVE));
    }

    private Optional<Subscription> changed(TenantId tenant, SubscriptionId id, UnaryOperator<Subscription> change) {
        Optional<Subscription> changed = find(tenant, id).map(change);
        changed.ifPresent(one -> all.put(one.id(), one));
        return changed;
    }

    private static Subscription with(Subscription one, SubscriptionStatus status) {
        return new Subscription(
                one.id(),
                one.tenant(),
                one.wish(),
                one.target(),
                one.platform(),
                status,
                one.delivered(),
                one.failures(),
                one.last(),
                one.createdAt(),
                one.updatedAt());
    }

    @Override
    public boolean delete(TenantId tenant, SubscriptionId id) {
        Optional<Subscription> found = find(tenant, id);
        found.ifPresent(one -> all.remove(one.id()));
        return found.isPresent();
    }

    @Override
    public Stats stats(TenantId tenant) {
        return new Stats(
                count(tenant, SubscriptionStatus.ACTIVE),
                count(tenant, SubscriptionStatus.PAUSED),
                count(tenant, SubscriptionStatus.FAILED),
                7,
                8,
                9);
    }

    private long count(TenantId tenant, SubscriptionStatus status) {
        return all.values().stream()
                .filter(one -> one.tenant().equals(tenant) && one.status() == status)
                .count();
    }
}
