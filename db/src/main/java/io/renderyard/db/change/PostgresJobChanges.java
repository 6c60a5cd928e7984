package io.renderyard.db.change;

import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears change notes on a connection of its own, outside the pool, since it listens for as long as the process runs. */
@Component
class PostgresJobChanges implements JobChanges, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PostgresJobChanges.class);
    private static final int LISTEN_MILLIS = 1_000;
    private static final long RECONNECT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final JdbcConnectionDetails database;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread thread;

    PostgresJobChanges(JdbcConnectionDetails database) {
        this.database = database;
    }

    @Override
    public Subscription subscribe(Listener listener) {
        // A wrapper of its own, so that one listener may subscribe twice.
        Listener mine = new Listener() {
            @Override
            public void changed(JobId job) {
                listener.changed(job);
            }

            @Override
            public void progressed(JobId job) {
                listener.progressed(job);
            }

            @Override
            public void missedSome() {
                listener.missedSome();
            }
        };
        listeners.add(mine);
        return () -> listeners.remove(mine);
    }

    @Override
    public synchronized void start() {
        Thread listening = Thread.ofPlatform().daemon().name("job-changes").unstarted(this::listen);
        // Known before it runs: it runs only for as long as it is the one that is known.
        thread = listening;
        listening.start();
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void listen() {
        while (Thread.currentThread() == thread) {
            try (Connection connection = connect()) {
                tell(Listener::missedSome);
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (Thread.currentThread() == thread) {
                    log.warn("Change notes are not heard until the ledger is back: {}", e.getMessage());
                    LockSupport.parkNanos(RECONNECT_NANOS);
                }
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (Thread.currentThread() == thread) {
            PGNotification[] notes = connection.getNotifications(LISTEN_MILLIS);
            if (notes != null) {
                Arrays.stream(notes)
                        .flatMap(note -> Arrays.stream(note.getParameter().split(",")))
                        .forEach(this::pass);
            }
        }
    }

    private void pass(String note) {
        int end = note.length() - 1;
        boolean further = end >= 0 && note.charAt(end) == JobHerald.FURTHER;
        JobId.parse(further ? note.substring(0, end) : note)
                .ifPresent(job ->
                        tell(further ? listener -> listener.progressed(job) : listener -> listener.changed(job)));
    }

    /** One listener's defect must not deafen the others. */
    private void tell(Consumer<Listener> message) {
        for (Listener listener : listeners) {
            try {
                message.accept(listener);
            } catch (RuntimeException e) {
                log.error("A listener for changes of jobs has a defect", e);
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", String.valueOf(database.getUsername()));
        login.setProperty("password", String.valueOf(database.getPassword()));
        login.setProperty("ApplicationName", "renderyard-changes");
        login.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), login);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + JobHerald.CHANNEL);
        }
        return connection;
    }
}
