package io.renderyard.dispatcher.delivery;

/** Writes what a webhook is told of the end of its job or batch, in the wire shape that its receiver reads. */
public interface WebhookBody {
    /** Name of the shape, as {@link io.renderyard.kernel.job.Webhook#shape} has it. */
    String shape();

    /** Written once and stored: every attempt of the delivery sends these very characters. */
    String of(Occurrence occurrence);
}
