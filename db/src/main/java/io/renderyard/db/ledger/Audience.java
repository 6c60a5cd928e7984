package io.renderyard.db.ledger;

/**
 * Whether an event has anybody to be told. Asked in the statement that writes the event: one without an audience is
 * fanned out already, to nobody, and the dispatcher hears nothing of it.
 */
public final class Audience {
    private Audience() {}

    /**
     * A condition that is true when nobody is to be told. It looks into a small index, which is empty for a yard without
     * subscriptions.
     *
     * @param row of what ended, with {@code webhook_url} and {@code tenant_id}
     */
    public static String none(String row) {
        return """
                (%1$s.webhook_url is null and not exists (
                     select from subscription
                     where subscription.tenant_id = %1$s.tenant_id and subscription.status = 'ACTIVE'))""".formatted(row);
    }
}
