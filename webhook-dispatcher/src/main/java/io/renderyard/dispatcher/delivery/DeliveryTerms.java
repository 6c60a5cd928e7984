package io.renderyard.dispatcher.delivery;

import io.renderyard.egress.Answer;
import io.renderyard.kernel.event.DeliveryAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The terms on which one kind of endpoint is delivered to. Whatever they are, any 2xx is a yes. */
public interface DeliveryTerms {
    /** What goes out with the body: its type, and what proves who sent it. Asked anew for each attempt. */
    Map<String, String> headers(DeliveryAttempt attempt, Instant now);

    /** Time for one attempt, from the name to the answer; well below a minute, after which others take the delivery. */
    Duration within();

    /**
     * What follows on an attempt that was not taken.
     *
     * @param attempt its number, from 1
     */
    Next after(int attempt, Answer answer);

    /** What follows. */
    sealed interface Next {}

    record Again(Duration gap) implements Next {}

    /** @param because what its answer means, for people; empty when there is no more to say than the answer does */
    record Never(String because) implements Next {}
}
