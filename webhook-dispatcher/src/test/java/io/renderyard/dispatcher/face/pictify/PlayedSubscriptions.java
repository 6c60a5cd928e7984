package io.renderyard.dispatcher.face.pictify;

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
import java.util.Optional;
import java.util.UUID;

/** One subscription and its secret; nothing else of the ledger is used by the dispatcher. */
final class PlayedSubscriptions implements SubscriptionLedger {
    static final TenantId TENANT = new TenantId(new UUID(0, 1));
    static final SubscriptionId ID = new SubscriptionId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a11"));
    static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    volatile URI target = URI.create("http://127.0.0.1:1/");

    @Override
    public Optional<Secret> findSecret(SubscriptionId id) {
        return id.equals(ID) ? Optional.of(SECRET) : Optional.empty();
    }

    @Override
    public Optional<Subscription> find(TenantId tenant, SubscriptionId id) {
        return tenant.equals(TENANT) && id.equals(ID)
                ? Optional.of(new Subscription(
                        ID,
                        TENANT,
                        new Wish("pictify", "render.completed", "{}"),
                        target,
                        "custom",
                        SubscriptionStatus.PAUSED,
                        0,
                        0,
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH))
                : Optional.empty();
    }

    @Override
    public Optional<Created> create(TenantId tenant, Wish wish, URI where, String platform) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Acceptance<Created>> create(
            TenantId tenant, Wish wish, URI where, String platform, IdempotencyKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page page(TenantId tenant, Filter filter, long offset, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Subscription> change(TenantId tenant, SubscriptionId id, Change change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Subscription> pause(TenantId tenant, SubscriptionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Subscription> resume(TenantId tenant, SubscriptionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(TenantId tenant, SubscriptionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Stats stats(TenantId tenant) {
        throw new UnsupportedOperationException();
    }
}
