package io.renderyard.dispatcher.usage;

import io.renderyard.dispatcher.Rounds;
import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.usage.RenderUsage;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Adds up entries of usage, so that reading them costs the same however many renders there were. */
@Component
class Bookkeeper extends Rounds {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    Bookkeeper(RenderUsage usage, JobChanges changes) {
        super("bookkeeper", changes, SHORTEST, LONGEST, () -> usage.fold() == RenderUsage.STEP);
    }
}
