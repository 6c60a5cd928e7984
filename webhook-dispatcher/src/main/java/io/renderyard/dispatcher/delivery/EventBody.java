package io.renderyard.dispatcher.delivery;

import io.renderyard.dialect.yard.EventView;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Webhook;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Our own envelope. */
@Component
class EventBody implements WebhookBody {
    private final Jobs jobs;
    private final JsonMapper json;

    EventBody(Jobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    @Override
    public String shape() {
        return Webhook.EVENT;
    }

    @Override
    public String of(Event event, Job job) {
        return json.writeValueAsString(EventView.of(event, job, jobs.links()));
    }
}
