package io.renderyard.db.change;

import io.renderyard.kernel.job.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells all processes, through PostgreSQL's NOTIFY, which jobs this one has just moved.
 *
 * <p>Apart from the moving transaction on purpose: a transaction that notifies holds a lock on the whole server until
 * its commit is on disk, which would line up all completions one behind the other. What is lost when this process dies
 * in between is speed, not truth: whoever waits reads the ledger when its time is over.
 */
@Component
public class JobHerald implements SmartLifecycle {
    /** Every move of every job. */
    static final String CHANGES = "renderyard_job";

    /** Jobs that were taken from whoever works on them. */
    static final String WITHDRAWALS = "renderyard_withdrawn";

    /** Stands after the id of a job that only came further. */
    static final char FURTHER = '+';

    /** Up to 38 characters each; a payload may have 7,999. */
    static final int IDS_PER_NOTE = 200;

    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private static final Logger log = LoggerFactory.getLogger(JobHerald.class);

    private final JdbcClient jdbc;
    private final BlockingQueue<Note> notes = new ArrayBlockingQueue<>(100_000);
    private volatile @Nullable Thread thread;

    JobHerald(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private enum Kind {
        CHANGED,
        FURTHER,
        WITHDRAWN
    }

    private record Note(JobId job, Kind kind) {
        String text() {
            return kind == Kind.FURTHER ? job.toString() + FURTHER : job.toString();
        }
    }

    /** To be called after the move is committed. */
    public void changed(JobId job) {
        boolean unused = notes.offer(new Note(job, Kind.CHANGED));
    }

    /** As {@link #changed}, when somebody may be at work on it, who then works in vain. */
    public void withdrawn(JobId job) {
        boolean unused = notes.offer(new Note(job, Kind.WITHDRAWN));
    }

    /** As {@link #changed}, when it was claimed or is further drawn: for those who follow each step. */
    public void progressed(JobId job) {
        boolean unused = notes.offer(new Note(job, Kind.FURTHER));
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().daemon().name("job-herald").start(this::proclaim);
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void proclaim() {
        try {
            while (true) {
                List<Note> batch = new ArrayList<>(List.of(notes.take()));
                notes.drainTo(batch, IDS_PER_NOTE - 1);
                List<Note> withdrawn = batch.stream()
                        .filter(note -> note.kind() == Kind.WITHDRAWN)
                        .toList();
                if (!withdrawn.isEmpty()) {
                    notify(WITHDRAWALS, withdrawn);
                }
                notify(CHANGES, batch);
                // A job alone is told of at once; many together share a note, of which every listener hears each one.
                LockSupport.parkNanos(GAP_NANOS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void notify(String channel, List<Note> batch) {
        String payload = batch.stream().map(Note::text).collect(Collectors.joining(","));
        try {
            // Nothing to keep: the commit record of a mere note need not wait for the disk.
            jdbc.sql("select set_config('synchronous_commit', 'off', true), pg_notify(:channel, :payload)")
                    .param("channel", channel)
                    .param("payload", payload)
                    .query()
                    .listOfRows();
        } catch (DataAccessException e) {
            log.debug("a change note was not sent; waiters read the ledger themselves", e);
        }
    }
}
