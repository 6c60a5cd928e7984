package io.renderyard.worker.retention;

import io.renderyard.kernel.retention.Retention;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** What grows old in the ledger, kind by kind, in steps that are short for everybody else. */
@Component
class LedgerRetention {
    /** So that a ledger that was never cleared is cleared over several rounds, and no kind waits for another. */
    private static final int STEPS = 100;

    private final Retention ledger;
    private final RetentionSettings settings;
    private final RetentionMeters meters;

    LedgerRetention(Retention ledger, RetentionSettings settings, RetentionMeters meters) {
        this.ledger = ledger;
        this.settings = settings;
        this.meters = meters;
    }

    /** Events go before their jobs: a job whose event is still there cannot go. */
    void round(Stop stop) {
        boolean unused = isDone(Removed.ARTIFACTS_EXPIRED, stop, () -> ledger.expireArtifacts(settings.artifacts()));
        if (isDone(Removed.EVENTS, stop, () -> ledger.deleteEvents(settings.events()))) {
            unused = isDone(Removed.JOBS, stop, () -> ledger.deleteJobs(settings.jobs()));
            unused = isDone(Removed.BATCHES, stop, () -> ledger.deleteBatches(settings.jobs()));
        }
        unused = isDone(Removed.KEYS, stop, ledger::deleteKeys);
        unused = isDone(Removed.PAINTINGS, stop, ledger::deletePaintings);
        unused = isDone(Removed.ARTIFACTS, stop, ledger::deleteArtifacts);
    }

    /** Whether nothing of that kind is left to do. */
    private boolean isDone(Removed kind, Stop stop, IntSupplier step) {
        for (int number = 0; number < STEPS && !stop.isWanted(); number++) {
            int rows = step.getAsInt();
            if (rows == 0) {
                return true;
            }
            meters.count(kind, rows);
        }
        return false;
    }
}
