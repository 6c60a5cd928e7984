package io.renderyard.dispatcher.delivery;

import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.job.Job;

/** An event with what it is about, read once for all who are told. */
public sealed interface Occurrence {
    Event event();

    record OfJob(Event event, Job job) implements Occurrence {}

    record OfBatch(Event event, Batch batch) implements Occurrence {}
}
