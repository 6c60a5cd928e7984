package io.renderyard.db.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.DeliveryLedger.NewDelivery;
import io.renderyard.kernel.event.DeliveryLedger.Subscriber;
import io.renderyard.kernel.event.DeliveryLedger.ToSubscriber;
import io.renderyard.kernel.event.DeliveryLedger.ToWebhook;
import io.renderyard.kernel.event.DeliveryLedger.Undelivered;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.retention.Retention;
import io.renderyard.kernel.subscription.LastDelivery;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What subscriptions are told, from the end of a job to the end of a delivery. */
class SubscriptionDeliveryIT {
    private static final URI TARGET = Owner.TARGET;
    private static final URI HOOK = URI.create("https://receiver.example/hook");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestLedger ledger = TestLedger.shared();
    private final SubscriptionLedger subscriptions = ledger.part(SubscriptionLedger.class);
    private final DeliveryLedger deliveries = ledger.part(DeliveryLedger.class);
    private final TenantId tenant = ledger.tenant();
    private final Owner owner = new Owner(ledger, tenant);

    @Test
    void anEventRingsForWhoeverSubscribesAlthoughItsJobNamesNobody() {
        SubscriptionId subscription = owner.subscribed();
        EventId event = owner.ended(null);

        assertThat(ledger.count("outbox where subject = ?", event.value())).isOne();
        Undelivered undelivered = deliveries.findUndelivered(event).orElseThrow();
        assertThat(undelivered.webhook()).isNull();
        assertThat(undelivered.subscribers())
                .containsExactly(new Subscriber(subscription, new Wish("wire", "done", "{}")));
    }

    @Test
    void anEventRingsForNobodyWhereSubscriptionsAreAnothersOrNotActive() {
        SubscriptionId paused = owner.subscribed();
        subscriptions.pause(tenant, paused);
        subscriptions.create(ledger.tenant(), new Wish("wire", "done", "{}"), TARGET, "custom");

        EventId event = owner.ended(null);

        assertThat(ledger.count("outbox where subject = ?", event.value())).isZero();
        assertThat(deliveries.findUndelivered(event)).isEmpty();
    }

    @Test
    void eachIsToldOnceHoweverOftenAndByHowManyItIsFannedOut() throws Exception {
        SubscriptionId one = owner.subscribed();
        SubscriptionId two = owner.subscribed();
        EventId event = owner.ended(HOOK);
        List<NewDelivery> all = List.of(
                new ToWebhook(new Webhook(HOOK), "for the job"),
                new ToSubscriber(one, "for one"),
                new ToSubscriber(two, "for two"));

        try (var race = new Race()) {
            race.run(8, () -> {
                deliveries.fanOut(event, all);
                return true;
            });
        }

        assertThat(deliveries.findUndelivered(event)).isEmpty();
        assertThat(deliveries.claimDue(MINUTE, 10))
                .extracting(DeliveryAttempt::endpoint, DeliveryAttempt::url, DeliveryAttempt::body)
                .containsExactlyInAnyOrder(
                        tuple(new Endpoint.Named(Webhook.EVENT, EventType.JOB_CANCELLED), HOOK, "for the job"),
                        tuple(new Endpoint.Subscribed(one, "wire", "done"), TARGET, "for one"),
                        tuple(new Endpoint.Subscribed(two, "wire", "done"), TARGET, "for two"));
    }

    @Test
    void whoIsGoneOrPausedMeanwhileIsLeftOut() {
        SubscriptionId gone = owner.subscribed();
        SubscriptionId paused = owner.subscribed();
        EventId event = owner.ended(null);
        subscriptions.delete(tenant, gone);
        subscriptions.pause(tenant, paused);

        deliveries.fanOut(event, List.of(new ToSubscriber(gone, "{}"), new ToSubscriber(paused, "{}")));

        assertThat(ledger.count("delivery")).isZero();
        assertThat(deliveries.findForgotten(Duration.ofSeconds(-1), 9)).isEmpty();
    }

    @Test
    void anEventThatNobodyWishesForIsDoneWith() {
        owner.subscribed();
        EventId event = owner.ended(null);

        deliveries.fanOut(event, List.of());

        assertThat(deliveries.findUndelivered(event)).isEmpty();
        assertThat(ledger.count("delivery")).isZero();
    }

    @Test
    void whatItTookIsCounted() {
        SubscriptionId id = owner.subscribed();
        for (int i = 0; i < 20; i++) {
            deliveries.delivered(owner.claimed(id), Owner.OK);
        }

        Subscription told = owner.read(id);
        assertThat(told.delivered()).isEqualTo(20);
        assertThat(told.failures()).isZero();
        assertThat(told.last()).isInstanceOfSatisfying(LastDelivery.Taken.class, taken -> {
            assertThat(taken.status()).isEqualTo(204);
            assertThat(taken.took()).isEqualTo(Duration.ofMillis(123));
            assertThat(taken.at()).isAfterOrEqualTo(told.createdAt());
        });
        assertThat(subscriptions.stats(tenant)).isEqualTo(new SubscriptionLedger.Stats(1, 0, 0, 0, 20, 0));
    }

    @Test
    void whatItDidNotTakeIsCountedWithWhenItIsTriedAgain() {
        SubscriptionId id = owner.subscribed();
        deliveries.retry(owner.claimed(id), Owner.BUSY, MINUTE);
        owner.makeDue();
        deliveries.retry(deliveries.claimDue(MINUTE, 1).getFirst(), Owner.BUSY, Duration.ofMinutes(5));

        Subscription told = owner.read(id);
        assertThat(told.delivered()).isZero();
        assertThat(told.failures()).isEqualTo(2);
        assertThat(told.last()).isInstanceOfSatisfying(LastDelivery.NotTaken.class, missed -> {
            assertThat(missed.error()).isEqualTo("HTTP 503");
            assertThat(missed.retries()).isOne();
            assertThat(missed.nextAt()).isEqualTo(missed.at().plus(Duration.ofMinutes(5)));
        });
        assertThat(subscriptions.stats(tenant).pending()).isOne();
    }

    @Test
    void itFailsWithADeliveryThatIsGivenUpAndTheOthersWait() {
        SubscriptionId id = owner.subscribed();
        DeliveryAttempt waits = owner.claimed(id);
        deliveries.retry(waits, Owner.BUSY, MINUTE);
        DeliveryAttempt underWay = owner.claimed(id);
        DeliveryAttempt last = owner.claimed(id);

        deliveries.giveUp(last, Owner.BUSY);

        assertThat(owner.read(id).status()).isEqualTo(SubscriptionStatus.FAILED);
        assertThat(subscriptions.stats(tenant)).isEqualTo(new SubscriptionLedger.Stats(0, 0, 1, 2, 0, 1));
        assertThat(subscriptions.pause(tenant, id).orElseThrow().status()).isEqualTo(SubscriptionStatus.FAILED);
        makeAllButWaitingDue();
        assertThat(deliveries.claimDue(MINUTE, 10)).isEmpty();

        deliveries.retry(underWay, Owner.BUSY, MINUTE);
        assertThat(owner.read(id).last())
                .isInstanceOfSatisfying(
                        LastDelivery.NotTaken.class,
                        missed -> assertThat(missed.nextAt()).isNull());
        makeAllButWaitingDue();
        assertThat(deliveries.claimDue(MINUTE, 10)).isEmpty();

        Subscription resumed = subscriptions.resume(tenant, id).orElseThrow();
        assertThat(resumed.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(resumed.failures()).isZero();
        assertThat(deliveries.claimDue(MINUTE, 10))
                .extracting(DeliveryAttempt::delivery)
                .containsExactlyInAnyOrder(waits.delivery(), underWay.delivery());
    }

    @Test
    void aZombiesGivingUpFailsNothing() {
        SubscriptionId id = owner.subscribed();
        DeliveryAttempt first = owner.claimed(id);
        owner.makeDue();
        DeliveryAttempt second = deliveries.claimDue(MINUTE, 1).getFirst();

        deliveries.giveUp(first, Owner.BUSY);

        assertThat(owner.read(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        deliveries.delivered(second, Owner.OK);
        assertThat(owner.read(id).delivered()).isOne();
    }

    @Test
    void oneThatIsPausedIsSentNothingUntilItIsResumed() {
        SubscriptionId id = owner.subscribed();
        EventId event = owner.ended(null);
        deliveries.fanOut(event, List.of(new ToSubscriber(id, "{}")));
        subscriptions.pause(tenant, id);

        assertThat(deliveries.claimDue(MINUTE, 10)).isEmpty();

        subscriptions.resume(tenant, id);
        assertThat(deliveries.claimDue(MINUTE, 10)).hasSize(1);
    }

    @Test
    void whatWaitsForAPausedOneGoesWithItsEvent() {
        SubscriptionId id = owner.subscribed();
        EventId event = owner.ended(null);
        deliveries.fanOut(event, List.of(new ToSubscriber(id, "{}")));
        ledger.jdbc()
                .sql("update event set number = 1, occurred_at = now() - interval '2 days'")
                .update();
        Retention retention = ledger.part(Retention.class);

        retention.deleteEvents(Duration.ofDays(1));
        assertThat(ledger.count("event"))
                .as("an active one is still to be told")
                .isOne();

        subscriptions.pause(tenant, id);
        retention.deleteEvents(Duration.ofDays(1));
        assertThat(ledger.count("event")).isZero();
    }

    @Test
    void whatWaitsGoesWhereItPointsByThen() {
        SubscriptionId id = owner.subscribed();
        DeliveryAttempt first = owner.claimed(id);
        URI elsewhere = URI.create("https://receiver.example/elsewhere");
        subscriptions.change(tenant, id, new SubscriptionLedger.Change(elsewhere, null));
        owner.makeDue();

        DeliveryAttempt second = deliveries.claimDue(MINUTE, 1).getFirst();

        assertThat(second.delivery()).isEqualTo(first.delivery());
        assertThat(second.url()).isEqualTo(elsewhere);
    }

    @Test
    void oneThatIsDeletedTakesItsDeliveriesWithIt() {
        SubscriptionId id = owner.subscribed();
        DeliveryAttempt attempt = owner.claimed(id);

        subscriptions.delete(tenant, id);

        deliveries.delivered(attempt, Owner.OK);
        deliveries.giveUp(attempt, Owner.BUSY);
        assertThat(ledger.count("delivery")).isZero();
        assertThat(ledger.count("delivery_attempt")).isZero();
    }

    private void makeAllButWaitingDue() {
        ledger.jdbc()
                .sql("update delivery set due_at = now() - interval '1 second' where due_at < 'infinity'")
                .update();
    }
}
