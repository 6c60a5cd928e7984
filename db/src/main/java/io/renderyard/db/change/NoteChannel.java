package io.renderyard.db.change;

import io.renderyard.kernel.job.JobChanges;
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

/**
 * Hears one channel of notes on a connection of its own, outside the pool, from the first subscription on and then for
 * as long as the process runs. A process in which nobody wants the notes is not woken by them.
 *
 * @param <L> what is told
 */
abstract class NoteChannel<L> implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(NoteChannel.class);
    private static final int LISTEN_MILLIS = 1_000;
    private static final long RECONNECT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final JdbcConnectionDetails database;
    private final String channel;
    private final Set<Subscribed<L>> listeners = ConcurrentHashMap.newKeySet();
    private boolean running;
    private volatile @Nullable Thread thread;

    NoteChannel(JdbcConnectionDetails database, String channel) {
        this.database = database;
        this.channel = channel;
    }

    /** A wrapper of its own, without equality, so that one listener may subscribe twice. */
    private static final class Subscribed<L> {
        final L listener;

        Subscribed(L listener) {
            this.listener = listener;
        }
    }

    /** Hands one note on. */
    abstract void pass(String note);

    /** The connection was made anew: notes may have been lost. */
    abstract void missed();

    JobChanges.Subscription add(L listener) {
        Subscribed<L> mine = new Subscribed<>(listener);
        listeners.add(mine);
        listenIfWanted();
        return () -> listeners.remove(mine);
    }

    /** One listener's defect must not deafen the others. */
    final void tell(Consumer<L> message) {
        for (Subscribed<L> one : listeners) {
            try {
                message.accept(one.listener);
            } catch (RuntimeException e) {
                log.error("A listener for {} has a defect", channel, e);
            }
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        listenIfWanted();
    }

    private synchronized void listenIfWanted() {
        if (running && thread == null && !listeners.isEmpty()) {
            Thread listening = Thread.ofPlatform().daemon().name(channel).unstarted(this::listen);
            // Known before it runs: it runs only for as long as it is the one that is known.
            thread = listening;
            listening.start();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread listening = thread;
        thread = null;
        if (listening != null) {
            listening.interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void listen() {
        while (Thread.currentThread() == thread) {
            try (Connection connection = connect()) {
                missed();
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (Thread.currentThread() == thread) {
                    log.warn("Notes of {} are not heard until the ledger is back: {}", channel, e.getMessage());
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

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", String.valueOf(database.getUsername()));
        login.setProperty("password", String.valueOf(database.getPassword()));
        login.setProperty("ApplicationName", "renderyard-changes");
        login.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), login);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel);
        }
        return connection;
    }
}
