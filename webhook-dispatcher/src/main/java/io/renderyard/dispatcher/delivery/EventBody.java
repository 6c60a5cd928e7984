package io.renderyard.dispatcher.delivery;

import io.renderyard.dialect.yard.BatchEventView;
import io.renderyard.dialect.yard.EventView;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.DigestReader;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.Webhook;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Our own envelope. */
@Component
class EventBody implements WebhookBody {
    private final Jobs jobs;
    private final DigestReader digests;
    private final JsonMapper json;

    EventBody(Jobs jobs, DigestReader digests, JsonMapper json) {
        this.jobs = jobs;
        this.digests = digests;
        this.json = json;
    }

    @Override
    public String shape() {
        return Webhook.EVENT;
    }

    @Override
    public String of(Occurrence occurrence) {
        return json.writeValueAsString(
                switch (occurrence) {
                    case Occurrence.OfJob(var event, var job) -> EventView.of(event, job, jobs.links());
                    case Occurrence.OfBatch(var event, var batch) -> view(event, batch);
                });
    }

    private BatchEventView view(Event event, Batch batch) {
        return event.type() == EventType.BATCH_PROGRESS
                ? BatchEventView.digest(event, batch, digests.ends(event.id()), jobs.links())
                : BatchEventView.of(event, batch, jobs.links());
    }
}
