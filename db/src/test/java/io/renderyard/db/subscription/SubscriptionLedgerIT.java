package io.renderyard.db.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.SubscriptionLedger.Change;
import io.renderyard.kernel.subscription.SubscriptionLedger.Filter;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscriptionLedgerIT {
    private static final URI TARGET = URI.create("https://receiver.example/all");
    private static final Filter ANY = new Filter(null, null, null);

    private final TestLedger ledger = TestLedger.shared();
    private final SubscriptionLedger subscriptions = ledger.part(SubscriptionLedger.class);
    private final TenantId tenant = ledger.tenant();

    @Test
    void aNewOneIsActiveAndItsSecretIsShownOnceAndStoredSealed() {
        SubscriptionLedger.Created created = subscriptions
                .create(tenant, new Wish("wire", "done", "{\"kind\":\"ü\"}"), TARGET, "custom")
                .orElseThrow();

        Subscription fresh = created.subscription();
        assertThat(fresh.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(fresh.wish()).isEqualTo(new Wish("wire", "done", "{\"kind\":\"ü\"}"));
        assertThat(fresh.target()).isEqualTo(TARGET);
        assertThat(fresh.platform()).isEqualTo("custom");
        assertThat(fresh.delivered()).isZero();
        assertThat(fresh.failures()).isZero();
        assertThat(fresh.last()).isNull();
        assertThat(fresh.updatedAt()).isEqualTo(fresh.createdAt());
        assertThat(subscriptions.find(tenant, fresh.id())).contains(fresh);

        String secret = created.secret().reveal();
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        assertThat(subscriptions.findSecret(fresh.id())).contains(created.secret());
        byte[] stored = ledger.one(byte[].class, "select secret from subscription");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("whsec_", secret.substring(6));
    }

    @Test
    void aNamedRequestMakesOneHoweverOftenItIsRepeated() {
        IdempotencyKey key = new IdempotencyKey("mine", "ab".repeat(32));
        IdempotencyKey other = new IdempotencyKey("mine", "cd".repeat(32));

        Acceptance<SubscriptionLedger.Created> first = named(key);
        SubscriptionLedger.Created made = switch (first) {
            case Acceptance.Accepted<SubscriptionLedger.Created>(var created) -> created;
            case Acceptance<SubscriptionLedger.Created> not -> throw new AssertionError(not);
        };

        assertThat(named(key)).isEqualTo(new Acceptance.Repeated<>(made));
        assertThat(named(other)).isInstanceOf(Acceptance.KeyTaken.class);
        assertThat(subscriptions.stats(tenant).active()).isEqualTo(1);
        for (int more = 1; more < SubscriptionLedger.MOST; more++) {
            var unused = subscribed("done");
        }
        assertThat(named(key)).isEqualTo(new Acceptance.Repeated<>(made));
        assertThat(subscriptions.delete(tenant, made.subscription().id())).isTrue();
        assertThat(named(key)).isInstanceOf(Acceptance.KeyTaken.class);
    }

    private Acceptance<SubscriptionLedger.Created> named(IdempotencyKey key) {
        return subscriptions
                .create(tenant, new Wish("wire", "done", "{}"), TARGET, "custom", key)
                .orElseThrow();
    }

    @Test
    void anothersAreNotThere() {
        SubscriptionId mine = subscribed("done").id();
        TenantId other = ledger.tenant();

        assertThat(subscriptions.find(other, mine)).isEmpty();
        assertThat(subscriptions.change(other, mine, new Change(URI.create("https://evil.example/"), null)))
                .isEmpty();
        assertThat(subscriptions.pause(other, mine)).isEmpty();
        assertThat(subscriptions.resume(other, mine)).isEmpty();
        assertThat(subscriptions.delete(other, mine)).isFalse();
        assertThat(subscriptions.page(other, ANY, 0, 10).total()).isZero();
        assertThat(subscriptions.stats(other)).isEqualTo(new SubscriptionLedger.Stats(0, 0, 0, 0, 0, 0));

        Subscription untouched = subscriptions.find(tenant, mine).orElseThrow();
        assertThat(untouched.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(untouched.target()).isEqualTo(TARGET);
    }

    @Test
    void pagesAreNewestFirstAndFiltersAddUp() {
        Subscription first = subscribed("done");
        Subscription second = subscribed("failed");
        Subscription third = subscriptions
                .create(tenant, new Wish("wire", "done", "{}"), TARGET, "make")
                .orElseThrow()
                .subscription();
        subscriptions.pause(tenant, second.id());

        assertThat(page(ANY, 0, 2)).containsExactly(third.id(), second.id());
        assertThat(page(ANY, 2, 2)).containsExactly(first.id());
        assertThat(subscriptions.page(tenant, ANY, 2, 2).total()).isEqualTo(3);
        assertThat(page(new Filter("done", null, null), 0, 9)).containsExactly(third.id(), first.id());
        assertThat(page(new Filter(null, SubscriptionStatus.PAUSED, null), 0, 9))
                .containsExactly(second.id());
        assertThat(page(new Filter("done", SubscriptionStatus.ACTIVE, "make"), 0, 9))
                .containsExactly(third.id());
        assertThat(subscriptions
                        .page(tenant, new Filter("done", SubscriptionStatus.PAUSED, null), 0, 9)
                        .total())
                .isZero();
    }

    @Test
    void whatIsNotChangedStays() {
        SubscriptionId id = subscribed("done").id();
        URI elsewhere = URI.create("https://receiver.example/elsewhere");

        Subscription moved =
                subscriptions.change(tenant, id, new Change(elsewhere, null)).orElseThrow();
        assertThat(moved.target()).isEqualTo(elsewhere);
        assertThat(moved.wish().filters()).isEqualTo("{}");
        assertThat(moved.updatedAt()).isAfter(moved.createdAt());

        Subscription narrowed = subscriptions
                .change(tenant, id, new Change(null, "{\"kind\":\"gif\"}"))
                .orElseThrow();
        assertThat(narrowed.target()).isEqualTo(elsewhere);
        assertThat(narrowed.wish().filters()).isEqualTo("{\"kind\":\"gif\"}");
        assertThat(subscriptions.change(tenant, new SubscriptionId(UUID.randomUUID()), new Change(null, null)))
                .isEmpty();
    }

    @Test
    void pausingAndResumingMayBeRepeated() {
        SubscriptionId id = subscribed("done").id();

        for (int i = 0; i < 2; i++) {
            assertThat(subscriptions.pause(tenant, id).orElseThrow().status()).isEqualTo(SubscriptionStatus.PAUSED);
        }
        for (int i = 0; i < 2; i++) {
            assertThat(subscriptions.resume(tenant, id).orElseThrow().status()).isEqualTo(SubscriptionStatus.ACTIVE);
        }
    }

    @Test
    void oneThatIsDeletedIsGone() {
        SubscriptionId id = subscribed("done").id();

        assertThat(subscriptions.delete(tenant, id)).isTrue();

        assertThat(subscriptions.delete(tenant, id)).isFalse();
        assertThat(subscriptions.find(tenant, id)).isEmpty();
        assertThat(subscriptions.findSecret(id)).isEmpty();
        assertThat(ledger.count("subscription_tally")).isZero();
    }

    @Test
    void aTenantHasNoMoreThanItsNumber() {
        for (int i = 0; i < SubscriptionLedger.MOST; i++) {
            subscribed("done");
        }

        assertThat(subscriptions.create(tenant, new Wish("wire", "done", "{}"), TARGET, "custom"))
                .isEmpty();
        assertThat(subscriptions.stats(tenant).active()).isEqualTo(SubscriptionLedger.MOST);
        assertThat(subscriptions.create(ledger.tenant(), new Wish("wire", "done", "{}"), TARGET, "custom"))
                .isPresent();
    }

    private Subscription subscribed(String topic) {
        return subscriptions
                .create(tenant, new Wish("wire", topic, "{}"), TARGET, "custom")
                .orElseThrow()
                .subscription();
    }

    private List<SubscriptionId> page(Filter filter, long offset, int limit) {
        return subscriptions.page(tenant, filter, offset, limit).subscriptions().stream()
                .map(Subscription::id)
                .toList();
    }
}
