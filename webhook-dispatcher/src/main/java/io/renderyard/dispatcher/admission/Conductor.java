package io.renderyard.dispatcher.admission;

import io.renderyard.dispatcher.Rounds;
import io.renderyard.kernel.batch.BatchAdmission;
import io.renderyard.kernel.job.JobChanges;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** An item that ends makes room for the next one: so each change of a job is a reason to look. */
@Component
class Conductor implements SmartLifecycle {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final BatchAdmission batches;
    private final Rounds rounds;

    Conductor(BatchAdmission batches, JobChanges changes) {
        this.batches = batches;
        this.rounds = new Rounds("conductor", changes, SHORTEST, LONGEST, this::step);
    }

    private boolean step() {
        int admitted = batches.admit();
        int cancelled = batches.callOff();
        int finished = batches.finish();
        int told = batches.digest();
        return admitted + cancelled + finished + told > 0;
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
