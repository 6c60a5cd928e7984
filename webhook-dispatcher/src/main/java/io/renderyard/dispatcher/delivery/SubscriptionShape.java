package io.renderyard.dispatcher.delivery;

import io.renderyard.kernel.subscription.Wish;
import java.util.Optional;

/** A face's part in subscriptions: which events they wish for, what they are told of them, and on which terms. */
public interface SubscriptionShape extends DeliveryTerms {
    /** Its name, as {@link Wish#shape} has it. */
    String name();

    /**
     * Written once and stored: every attempt of the delivery sends these very characters.
     *
     * @return empty when it is not what the wish is about
     */
    Optional<String> body(Wish wish, Occurrence occurrence);
}
