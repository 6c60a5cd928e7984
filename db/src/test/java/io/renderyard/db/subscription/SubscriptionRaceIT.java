package io.renderyard.db.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.DeliveryLedger.ToSubscriber;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who stops or resumes a subscription while it is delivered to. */
class SubscriptionRaceIT {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestLedger ledger = TestLedger.shared();
    private final SubscriptionLedger subscriptions = ledger.part(SubscriptionLedger.class);
    private final DeliveryLedger deliveries = ledger.part(DeliveryLedger.class);
    private final TenantId tenant = ledger.tenant();
    private final Owner owner = new Owner(ledger, tenant);

    @Test
    void whoStopsItWhileDeliveriesEndWaitsForNobodyForEver() throws Exception {
        SubscriptionId id = owner.subscribed();
        for (int round = 0; round < 10; round++) {
            List<DeliveryAttempt> attempts =
                    List.of(owner.claimed(id), owner.claimed(id), owner.claimed(id), owner.claimed(id));
            try (var race = new Race()) {
                race.run(List.of(
                        step(() -> subscriptions.pause(tenant, id)),
                        step(() -> subscriptions.resume(tenant, id)),
                        step(() -> deliveries.giveUp(attempts.get(0), Owner.BUSY)),
                        step(() -> deliveries.giveUp(attempts.get(1), Owner.BUSY)),
                        step(() -> deliveries.retry(attempts.get(2), Owner.BUSY, MINUTE)),
                        step(() -> deliveries.retry(attempts.get(3), Owner.BUSY, MINUTE)),
                        step(() -> deliveries.fanOut(owner.ended(null), List.of(new ToSubscriber(id, "{}"))))));
            }
            subscriptions.resume(tenant, id);
            owner.makeDue();
            deliveries.claimDue(MINUTE, 100).forEach(left -> deliveries.delivered(left, Owner.OK));
        }
        assertThat(subscriptions.stats(tenant).pending()).isZero();
        assertThat(subscriptions.stats(tenant).givenUp()).isEqualTo(20);
    }

    /** Whoever ends it comes to its other deliveries before the tally, as those do who write what came of them. */
    @Test
    void theLastFailureOfOneAndAnEarlyOneOfAnotherDoNotWaitForEachOther() throws Exception {
        SubscriptionId id = owner.subscribed();
        // of nine, two share one of the tally's eight slots
        List<DeliveryAttempt> neighbours = Stream.generate(() -> owner.claimed(id))
                .limit(9)
                .collect(Collectors.groupingBy(
                        attempt -> attempt.delivery().value().getLeastSignificantBits() & 7))
                .values()
                .stream()
                .filter(slot -> slot.size() > 1)
                .findFirst()
                .orElseThrow();

        inTurn(
                "select from subscription_tally for update",
                () -> deliveries.giveUp(neighbours.get(0), Owner.BUSY),
                () -> deliveries.retry(neighbours.get(1), Owner.BUSY, MINUTE));

        assertThat(owner.read(id).status()).isEqualTo(SubscriptionStatus.FAILED);
        assertThat(ledger.count("delivery where state = 'PENDING' and due_at < 'infinity'"))
                .isZero();
    }

    @Test
    void whatIsToBeTriedAgainWhileItIsResumedIsTriedAgain() throws Exception {
        SubscriptionId id = owner.subscribed();
        DeliveryAttempt attempt = owner.claimed(id);
        subscriptions.pause(tenant, id);

        inTurn(
                "select from delivery for update",
                () -> subscriptions.resume(tenant, id),
                () -> deliveries.retry(attempt, Owner.BUSY, MINUTE));

        assertThat(ledger.count("delivery where state = 'PENDING' and due_at < 'infinity'"))
                .isOne();
    }

    @Test
    void anEventThatIsFannedOutWhileItIsPausedIsNotSent() throws Exception {
        SubscriptionId id = owner.subscribed();
        EventId event = owner.ended(null);

        inTurn(
                "select from event for update",
                () -> deliveries.fanOut(event, List.of(new ToSubscriber(id, "{}"))),
                () -> subscriptions.pause(tenant, id));

        assertThat(ledger.count("delivery where due_at < 'infinity'")).isZero();
    }

    /** The second begins when the first one waits for the rows that are held; they go on when it waits too, or is done. */
    private void inTurn(String held, Runnable first, Runnable second) throws Exception {
        try (Connection other = ledger.part(DataSource.class).getConnection();
                ExecutorService runners = Executors.newCachedThreadPool()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute(held);
            }
            Future<?> one = runners.submit(first);
            await().until(() -> waiting() == 1);
            Future<?> two = runners.submit(second);
            await().until(() -> waiting() == 2 || two.isDone());
            other.commit();

            assertThat(one).succeedsWithin(Duration.ofSeconds(10));
            assertThat(two).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private long waiting() {
        return ledger.count("pg_stat_activity where wait_event_type = 'Lock'");
    }

    private static Callable<Boolean> step(Runnable action) {
        return Executors.callable(action, true);
    }
}
