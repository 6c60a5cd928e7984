package io.renderyard.kernel.subscription;

import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's subscriptions. Another tenant's are not there.
 *
 * <p>While one is not active, nothing new is written for it, and its deliveries that wait go on waiting: until it is
 * resumed, or until their events are no longer kept. A delivery attempt that was on its way at that moment may still be
 * made.
 */
public interface SubscriptionLedger {
    /** Subscriptions that a tenant may have at once: each of them is asked of each event. */
    int MOST = 100;

    /** Active from now on; empty, and nothing was written, when the tenant has {@link #MOST} already. */
    Optional<Created> create(TenantId tenant, Wish wish, URI target, String platform);

    /**
     * As the other, by a request that the client has named: repeating it gives what was made then. The name of one that
     * was deleted since is taken.
     */
    Optional<Acceptance<Created>> create(TenantId tenant, Wish wish, URI target, String platform, IdempotencyKey key);

    Optional<Subscription> find(TenantId tenant, SubscriptionId id);

    /** What its deliveries are signed with. */
    Optional<Secret> findSecret(SubscriptionId id);

    /** Newest first. */
    Page page(TenantId tenant, Filter filter, long offset, int limit);

    /** Empty when it is not there. */
    Optional<Subscription> change(TenantId tenant, SubscriptionId id, Change change);

    /** Repeatable. One that has failed stays failed. */
    Optional<Subscription> pause(TenantId tenant, SubscriptionId id);

    /** Repeatable. Forgets its failures, and what waits is due at once. */
    Optional<Subscription> resume(TenantId tenant, SubscriptionId id);

    /** With its deliveries. False when it was not there. */
    boolean delete(TenantId tenant, SubscriptionId id);

    Stats stats(TenantId tenant);

    /** @param secret which is shown to nobody but whoever makes it: {@code whsec_} and base64 */
    record Created(Subscription subscription, Secret secret) {}

    /** Null stands for any. */
    record Filter(
            @Nullable String topic,
            @Nullable SubscriptionStatus status,
            @Nullable String platform) {}

    /** Null stands for as it is. */
    record Change(@Nullable URI target, @Nullable String filters) {}

    /** @param total of all pages */
    record Page(List<Subscription> subscriptions, long total) {
        public Page {
            subscriptions = List.copyOf(subscriptions);
        }
    }

    /** How many subscriptions there are of each status, and what became of the deliveries of all of them. */
    record Stats(long active, long paused, long failed, long pending, long delivered, long givenUp) {}
}
