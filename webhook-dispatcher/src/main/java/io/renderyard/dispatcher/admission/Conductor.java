package io.renderyard.dispatcher.admission;

import io.renderyard.dispatcher.Rounds;
import io.renderyard.kernel.batch.BatchAdmission;
import io.renderyard.kernel.job.JobChanges;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** An item that ends makes room for the next one: so each change of a job is a reason to look. */
@Component
class Conductor extends Rounds {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMillis(500);

    Conductor(BatchAdmission batches, JobChanges changes) {
        super("conductor", changes, SHORTEST, LONGEST, () -> step(batches));
    }

    private static boolean step(BatchAdmission batches) {
        int admitted = batches.admit();
        int cancelled = batches.callOff();
        int finished = batches.finish();
        int told = batches.digest();
        return admitted + cancelled + finished + told > 0;
    }
}
