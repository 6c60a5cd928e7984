package io.renderyard.db.subscription;

import io.renderyard.kernel.subscription.SubscriptionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops subscriptions. Their deliveries that wait are not given up: they wait for no time any more, and go with their
 * events when those are no longer kept. Part of a transaction of whoever calls.
 */
@Component
public class SubscriptionStops {
    private static final String STOP = """
            with stopped as (
                update subscription set status = :status, updated_at = now()
                where id = :id and status = 'ACTIVE'
                returning id)
            update delivery set due_at = 'infinity'
            from stopped where delivery.subscription_id = stopped.id and delivery.state = 'PENDING'""";

    private final JdbcClient jdbc;

    SubscriptionStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For whoever may stop it: nobody else stops or resumes it, or relies on its status, until the transaction ends. */
    public void hold(SubscriptionId id) {
        lock(id, "for no key update");
    }

    /** For whoever relies on its status: nobody stops or resumes it until the transaction ends. */
    public void holdShared(SubscriptionId id) {
        lock(id, "for share");
    }

    private void lock(SubscriptionId id, String strength) {
        jdbc.sql("select from subscription where id = :id " + strength)
                .param("id", id.value())
                .query((row, number) -> id)
                .optional();
    }

    /** No-op for one that is not active. */
    public void fail(SubscriptionId id) {
        stop(id, "FAILED");
    }

    void pause(SubscriptionId id) {
        stop(id, "PAUSED");
    }

    private void stop(SubscriptionId id, String status) {
        jdbc.sql(STOP).param("id", id.value()).param("status", status).update();
    }
}
