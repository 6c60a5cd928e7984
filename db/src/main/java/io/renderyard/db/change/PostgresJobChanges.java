package io.renderyard.db.change;

import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Hears what {@link JobHerald} says of every move of every job, for those who wait for one. */
@Component
class PostgresJobChanges extends NoteChannel<JobChanges.Listener> implements JobChanges {
    PostgresJobChanges(JdbcConnectionDetails database) {
        super(database, JobHerald.CHANGES);
    }

    @Override
    public Subscription subscribe(Listener listener) {
        return add(listener);
    }

    @Override
    void missed() {
        tell(Listener::missedSome);
    }

    @Override
    void pass(String note) {
        int end = note.length() - 1;
        boolean further = end >= 0 && note.charAt(end) == JobHerald.FURTHER;
        JobId.parse(further ? note.substring(0, end) : note)
                .ifPresent(job ->
                        tell(further ? listener -> listener.progressed(job) : listener -> listener.changed(job)));
    }
}
