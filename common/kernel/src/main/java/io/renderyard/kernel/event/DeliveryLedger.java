package io.renderyard.kernel.event;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Stop 9 of the journey: what is to be delivered, what was tried, and when it is tried again. Nothing of it is in memory. */
public interface DeliveryLedger {
    /** The event and where its job wants it; empty when it is not there, nobody wants it, or it was fanned out already. */
    Optional<Undelivered> findUndelivered(EventId event);

    /** Events that nobody fanned out within the time, oldest first: their ring was lost. */
    List<EventId> findForgotten(Duration longerThan, int atMost);

    /** Writes the event's delivery, due at once, and marks the event as fanned out, in one transaction. Repeatable. */
    void fanOut(EventId event, URI url, String body);

    /** Claims deliveries that are due. Whoever dies with one loses it after {@code takenFor}. */
    List<DeliveryAttempt> claimDue(Duration takenFor, int atMost);

    /** The endpoint took it. */
    void delivered(DeliveryAttempt attempt, int status, String note);

    /** Not taken; due again after the gap. A no-op for a newer attempt. */
    void retry(DeliveryAttempt attempt, OptionalInt status, String note, Duration gap);

    /** Not taken, and not tried again. */
    void giveUp(DeliveryAttempt attempt, OptionalInt status, String note);

    /**
     * @param url where the job wants its event
     * @param shape that the receiver there reads; see {@link io.renderyard.kernel.job.Webhook}
     */
    record Undelivered(Event event, URI url, String shape) {}
}
