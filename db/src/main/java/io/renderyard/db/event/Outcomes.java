package io.renderyard.db.event;

import io.renderyard.db.subscription.SubscriptionStops;
import io.renderyard.kernel.event.DeliveryAnswer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.Endpoint;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What came of delivery attempts, each fenced by its number, and a subscription's tally of them with it. Who writes to
 * several rows comes to the subscription first, then to deliveries, then to tallies: else two could wait for each other.
 */
@Component
class Outcomes {
    /** Whose tally changes, in one of its slots: which one is left to the last, random byte of the delivery's id. */
    private static final String SLOT = """
            from CHANGED
            where tally.subscription_id = CHANGED.subscription_id and tally.slot = get_byte(uuid_send(CHANGED.id), 15) % 8
            """;

    private static final String CLOSE = """
            with closed as (
                update delivery set state = :state, finished_at = now()
                where id = :delivery and attempts = :attempt and state = 'PENDING'
                returning id, subscription_id, state = 'DELIVERED' as taken),
            tallied as (
                update subscription_tally tally
                set delivered = tally.delivered + cast(closed.taken as int),
                    given_up = tally.given_up + 1 - cast(closed.taken as int),
                    failures = tally.failures + 1 - cast(closed.taken as int),
                    last_at = now(), last_taken = closed.taken, last_number = :attempt, last_status = :status,
                    last_millis = :millis, last_note = :note, next_at = null
            SLOT)
            insert into delivery_attempt (delivery_id, number, status, note, millis)
            select id, :attempt, :status, :note, :millis from closed""".replace("SLOT", slot("closed"));

    /** Where the subscription is no longer active, the delivery waits for it to be resumed. */
    private static final String RETRY = """
            with again as (
                update delivery set due_at = case
                    when subscription_id is null
                      or exists (select from subscription where id = delivery.subscription_id and status = 'ACTIVE')
                    then now() + :gap * interval '1 millisecond' else 'infinity' end
                where id = :delivery and attempts = :attempt and state = 'PENDING'
                returning id, subscription_id, due_at),
            tallied as (
                update subscription_tally tally
                set failures = tally.failures + 1,
                    last_at = now(), last_taken = false, last_number = :attempt, last_status = :status,
                    last_millis = :millis, last_note = :note, next_at = again.due_at
            SLOT)
            insert into delivery_attempt (delivery_id, number, status, note, millis)
            select id, :attempt, :status, :note, :millis from again""".replace("SLOT", slot("again"));

    private static final String HOLD =
            "select from delivery where id = :delivery and attempts = :attempt and state = 'PENDING' for update";

    private final JdbcClient jdbc;
    private final SubscriptionStops stops;
    private final TransactionTemplate transaction;

    Outcomes(JdbcClient jdbc, SubscriptionStops stops, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.stops = stops;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static String slot(String changed) {
        return SLOT.replace("CHANGED", changed);
    }

    void delivered(DeliveryAttempt attempt, DeliveryAnswer answer) {
        close(attempt, "DELIVERED", answer);
    }

    void giveUp(DeliveryAttempt attempt, DeliveryAnswer answer) {
        switch (attempt.endpoint()) {
            case Endpoint.Named _ -> close(attempt, "FAILED", answer);
            case Endpoint.Subscribed subscribed ->
                transaction.executeWithoutResult(status -> {
                    stops.hold(subscribed.subscription());
                    if (hold(attempt)) {
                        stops.fail(subscribed.subscription());
                        close(attempt, "FAILED", answer);
                    }
                });
        }
    }

    /** False when it is another's meanwhile, or over. */
    private boolean hold(DeliveryAttempt attempt) {
        return jdbc.sql(HOLD)
                .param("delivery", attempt.delivery().value())
                .param("attempt", attempt.number())
                .query((row, number) -> attempt)
                .optional()
                .isPresent();
    }

    private void close(DeliveryAttempt attempt, String state, DeliveryAnswer answer) {
        of(CLOSE, attempt, answer).param("state", state).update();
    }

    void retry(DeliveryAttempt attempt, DeliveryAnswer answer, Duration gap) {
        switch (attempt.endpoint()) {
            case Endpoint.Named _ -> writeRetry(attempt, answer, gap);
            case Endpoint.Subscribed subscribed ->
                transaction.executeWithoutResult(status -> {
                    stops.holdShared(subscribed.subscription());
                    writeRetry(attempt, answer, gap);
                });
        }
    }

    private void writeRetry(DeliveryAttempt attempt, DeliveryAnswer answer, Duration gap) {
        of(RETRY, attempt, answer).param("gap", gap.toMillis()).update();
    }

    private JdbcClient.StatementSpec of(String sql, DeliveryAttempt attempt, DeliveryAnswer answer) {
        return jdbc.sql(sql)
                .param("delivery", attempt.delivery().value())
                .param("attempt", attempt.number())
                .param("status", answer.status().isPresent() ? answer.status().getAsInt() : null)
                .param("note", answer.note())
                .param("millis", Math.toIntExact(answer.took().toMillis()));
    }
}
