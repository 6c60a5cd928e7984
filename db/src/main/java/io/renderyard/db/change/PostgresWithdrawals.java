package io.renderyard.db.change;

import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Withdrawals;
import java.util.function.Consumer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Hears only what workers must know, so that a worker does not wake for each job of all others. */
@Component
class PostgresWithdrawals extends NoteChannel<Consumer<JobId>> implements Withdrawals {
    PostgresWithdrawals(JdbcConnectionDetails database) {
        super(database, JobHerald.WITHDRAWALS);
    }

    @Override
    public JobChanges.Subscription subscribe(Consumer<JobId> listener) {
        return add(listener);
    }

    /** The next renewal tells. */
    @Override
    void missed() {}

    @Override
    void pass(String note) {
        JobId.parse(note).ifPresent(job -> tell(listener -> listener.accept(job)));
    }
}
