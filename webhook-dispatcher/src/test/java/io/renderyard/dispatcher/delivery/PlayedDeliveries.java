package io.renderyard.dispatcher.delivery;

import io.renderyard.kernel.event.DeliveryAnswer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.EventId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Hands out what it was given, once, and writes down what came of it. */
final class PlayedDeliveries implements DeliveryLedger {
    private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
    private final Queue<DeliveryAttempt> due = new ConcurrentLinkedQueue<>();
    private volatile Optional<RuntimeException> failure = Optional.empty();

    /** Such as {@code delivered 200 HTTP 200}, in their order. */
    BlockingQueue<String> outcomes() {
        return outcomes;
    }

    void add(DeliveryAttempt attempt) {
        due.add(attempt);
    }

    /** The next claim fails so. */
    void failNext(RuntimeException next) {
        failure = Optional.of(next);
    }

    @Override
    public List<DeliveryAttempt> claimDue(Duration takenFor, int atMost) {
        Optional<RuntimeException> now = failure;
        failure = Optional.empty();
        now.ifPresent(thrown -> {
            throw thrown;
        });
        List<DeliveryAttempt> claimed = new ArrayList<>();
        while (claimed.size() < atMost && !due.isEmpty()) {
            claimed.add(due.remove());
        }
        return claimed;
    }

    @Override
    public void delivered(DeliveryAttempt attempt, DeliveryAnswer answer) {
        outcomes.add("delivered " + text(answer.status()) + " " + answer.note());
    }

    @Override
    public void retry(DeliveryAttempt attempt, DeliveryAnswer answer, Duration gap) {
        outcomes.add("retry " + text(answer.status()) + " after " + gap.toSeconds() + " s: " + answer.note());
    }

    @Override
    public void giveUp(DeliveryAttempt attempt, DeliveryAnswer answer) {
        outcomes.add("given up " + text(answer.status()) + ": " + answer.note());
    }

    private static String text(OptionalInt status) {
        return status.isPresent() ? Integer.toString(status.getAsInt()) : "none";
    }

    @Override
    public Optional<Undelivered> findUndelivered(EventId event) {
        return Optional.empty();
    }

    @Override
    public List<EventId> findForgotten(Duration longerThan, int atMost) {
        return List.of();
    }

    @Override
    public void fanOut(EventId event, List<NewDelivery> written) {
        throw new UnsupportedOperationException();
    }
}
