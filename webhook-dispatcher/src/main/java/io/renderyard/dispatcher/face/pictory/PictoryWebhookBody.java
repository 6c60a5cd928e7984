package io.renderyard.dispatcher.face.pictory;

import io.renderyard.dialect.pictory.PictoryJob;
import io.renderyard.dispatcher.delivery.Occurrence;
import io.renderyard.dispatcher.delivery.WebhookBody;
import io.renderyard.dispatcher.polling.Jobs;
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
    public String of(Occurrence occurrence) {
        return switch (occurrence) {
            case Occurrence.OfJob one -> PictoryJob.of(one.job(), jobs.links()).json();
            case Occurrence.OfBatch many ->
                throw new IllegalStateException("this face makes no batches, and there is "
                        + many.batch().id());
        };
    }
}
