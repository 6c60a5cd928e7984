package io.renderyard.dispatcher.delivery;

/** Terms for webhooks of one shape, where they are not the {@link StandardTerms}. */
public interface WebhookTerms extends DeliveryTerms {
    /** Name of the shape, as {@link io.renderyard.kernel.job.Webhook#shape} has it. */
    String shape();
}
