package io.renderyard.dispatcher.face.pictory;

import io.renderyard.dialect.pictory.PictoryJob;
import io.renderyard.dispatcher.delivery.WebhookBody;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.job.Job;
import org.springframework.stereotype.Component;

/** What a poll would answer; contract, section 8. */
@Component
class PictoryWebhookBody implements WebhookBody {
    private final Jobs jobs;

    PictoryWebhookBody(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String shape() {
        return PictoryJob.SHAPE;
    }

    @Override
    public String of(Event event, Job job) {
        return PictoryJob.of(job, jobs.links()).json();
    }
}
