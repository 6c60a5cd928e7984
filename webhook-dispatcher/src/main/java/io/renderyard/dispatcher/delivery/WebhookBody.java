package io.renderyard.dispatcher.delivery;

import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.job.Job;

/** Writes what a webhook is told of a job's end, in the wire shape that its receiver reads. */
public interface WebhookBody {
    /** Name of the shape, as {@link io.renderyard.kernel.job.Webhook#shape} has it. */
    String shape();

    /** Written once and stored: every attempt of the delivery sends these very characters. */
    String of(Event event, Job job);
}
