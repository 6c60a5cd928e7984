package io.renderyard.db.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.TestPostgres;
import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Herald and changes share nothing here but the database, as in two processes. */
class JobChangesIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private final JobHerald herald = new JobHerald(JDBC);
    private final PostgresJobChanges changes = new PostgresJobChanges(DATABASE);
    private final Ear ear = new Ear();

    @AfterEach
    void stop() {
        herald.stop();
        changes.stop();
        await().until(() -> connections() == 0);
    }

    @Test
    void aChangeIsHeardInAnotherProcess() throws InterruptedException {
        listening();
        JobId job = new JobId(UUID.randomUUID());

        herald.changed(job);

        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(job);
    }

    @Test
    void whatOnlyCameFurtherIsToldApart() throws InterruptedException {
        listening();
        JobId further = new JobId(UUID.randomUUID());
        JobId job = new JobId(UUID.randomUUID());

        herald.progressed(further);
        herald.changed(job);

        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(job);
        assertThat(ear.further).containsExactly(further);
    }

    @Test
    void onlyWhatWasTakenFromAWorkerIsHeardByWorkers() throws InterruptedException {
        BlockingQueue<JobId> taken = new LinkedBlockingQueue<>();
        PostgresWithdrawals withdrawals = new PostgresWithdrawals(DATABASE);
        JobChanges.Subscription unused = withdrawals.subscribe(taken::add);
        listening();
        withdrawals.start();
        await().until(() -> connections() == 2);
        JobId changed = new JobId(UUID.randomUUID());
        JobId withdrawn = new JobId(UUID.randomUUID());

        herald.progressed(changed);
        herald.changed(changed);
        herald.withdrawn(withdrawn);

        assertThat(taken.poll(5, TimeUnit.SECONDS)).isEqualTo(withdrawn);
        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(changed);
        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(withdrawn);
        assertThat(taken).isEmpty();
        withdrawals.stop();
    }

    @Test
    void whereNobodyWaitsNobodyIsWoken() throws InterruptedException {
        long before = listening(JobHerald.CHANGES);
        changes.start();
        assertThat(listening(JobHerald.CHANGES)).as("threads that listen").isLessThanOrEqualTo(before);

        JobChanges.Subscription unused = changes.subscribe(ear);

        assertThat(ear.missed.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(connections()).isOne();
    }

    /** A thread is there as soon as it is started, a connection only later. */
    private static long listening(String channel) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(channel))
                .count();
    }

    private static long connections() {
        return JDBC.sql("""
                        select count(*) from pg_stat_activity
                        where application_name = 'renderyard-changes' and datname = current_database()
                          and state = 'idle' and query like 'listen%'""").query(Long.class).single();
    }

    @Test
    void manyChangesAreAllHeard() throws InterruptedException {
        listening();
        List<JobId> jobs =
                Stream.generate(() -> new JobId(UUID.randomUUID())).limit(1_001).toList();

        jobs.forEach(herald::changed);

        List<JobId> heard = new ArrayList<>();
        while (heard.size() < jobs.size()) {
            JobId job = ear.heard.poll(5, TimeUnit.SECONDS);
            assertThat(job).as("after %s", heard.size()).isNotNull();
            heard.add(job);
        }
        assertThat(new HashSet<>(heard)).isEqualTo(new HashSet<>(jobs));
    }

    @Test
    void whoWasDeafForAWhileIsToldSoAndHearsAgain() throws InterruptedException {
        listening();

        assertThat(JDBC.sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where application_name = 'renderyard-changes' and datname = current_database()""").query(Long.class).single()).isOne();

        assertThat(ear.missed.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        JobId job = new JobId(UUID.randomUUID());
        herald.changed(job);
        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(job);
    }

    @Test
    void aListenerWithADefectDeafensNobody() throws InterruptedException {
        Semaphore thrown = new Semaphore(0);
        JobChanges.Subscription faulty = changes.subscribe(new JobChanges.Listener() {
            @Override
            public void changed(JobId job) {
                thrown.release();
                throw new IllegalStateException("a listener's defect");
            }

            @Override
            public void missedSome() {
                throw new IllegalStateException("a listener's defect");
            }
        });
        listening();

        JobId first = new JobId(UUID.randomUUID());
        herald.changed(first);
        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(first);
        assertThat(thrown.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        JobId second = new JobId(UUID.randomUUID());
        herald.changed(second);
        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(second);
        faulty.close();
    }

    @Test
    void aListenerThatSubscribesTwiceIsCalledForEachUntilItIsClosed() throws InterruptedException {
        listening();
        JobChanges.Subscription second = changes.subscribe(ear);
        JobId job = new JobId(UUID.randomUUID());
        herald.changed(job);
        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(job);
        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(job);

        second.close();

        JobId next = new JobId(UUID.randomUUID());
        JobId last = new JobId(UUID.randomUUID());
        herald.changed(next);
        herald.changed(last);
        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(next);
        assertThat(ear.heard.poll(5, TimeUnit.SECONDS)).isEqualTo(last);
    }

    @Test
    void everyStartListensAndEveryStopEnds() throws InterruptedException {
        JobChanges.Subscription unused = changes.subscribe(ear);
        for (int round = 0; round < 20; round++) {
            changes.start();
            assertThat(ear.missed.tryAcquire(5, TimeUnit.SECONDS))
                    .as("round %s", round)
                    .isTrue();
            changes.stop();
            assertThat(changes.isRunning()).isFalse();
        }
        await().untilAsserted(() ->
                assertThat(JDBC.sql("""
                                select count(*) from pg_stat_activity
                                where application_name = 'renderyard-changes' and datname = current_database()""").query(Long.class).single()).isZero());
    }

    private void listening() throws InterruptedException {
        JobChanges.Subscription unused = changes.subscribe(ear);
        changes.start();
        herald.start();
        assertThat(ear.missed.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }

    private static final class Ear implements JobChanges.Listener {
        final BlockingQueue<JobId> heard = new LinkedBlockingQueue<>();
        final BlockingQueue<JobId> further = new LinkedBlockingQueue<>();
        final Semaphore missed = new Semaphore(0);

        @Override
        public void changed(JobId job) {
            heard.add(job);
        }

        @Override
        public void progressed(JobId job) {
            further.add(job);
        }

        @Override
        public void missedSome() {
            missed.release();
        }
    }
}
