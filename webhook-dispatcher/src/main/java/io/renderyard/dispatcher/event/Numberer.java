package io.renderyard.dispatcher.event;

import io.renderyard.dispatcher.Rounds;
import io.renderyard.kernel.event.EventFeed;
import io.renderyard.kernel.job.JobChanges;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Numbers what has happened soon after it has; until then nobody who follows the numbers sees it. */
@Component
class Numberer extends Rounds {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMillis(250);

    Numberer(EventFeed events, JobChanges changes) {
        super("numberer", changes, SHORTEST, LONGEST, () -> events.number() > 0);
    }
}
