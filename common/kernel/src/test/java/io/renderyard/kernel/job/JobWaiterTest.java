package io.renderyard.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobWaiterTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final TenantId tenant = new TenantId(new UUID(0, 1));
    private final JobId id = new JobId(new UUID(0, 2));
    private final PlayedLedger ledger = new PlayedLedger();
    private final JobWaiter waiter = new JobWaiter(ledger, ledger);

    @Test
    void anEndedJobIsAnsweredAtOnce() throws InterruptedException {
        ledger.job = cancelled();

        assertThat(waiter.awaitEnd(tenant, id, LONG)).contains(cancelled());
    }

    @Test
    void anUnknownJobIsNotWaitedFor() throws InterruptedException {
        assertThat(waiter.awaitEnd(tenant, id, LONG)).isEmpty();
    }

    @Test
    void aChangeWakesTheWaiter() throws InterruptedException {
        ledger.job = queued();
        ledger.afterFirstRead = () -> {
            ledger.job = cancelled();
            ledger.listener().changed(id);
        };

        assertThat(waiter.awaitEnd(tenant, id, LONG)).contains(cancelled());
    }

    @Test
    void progressWakesWhoeverWaitsForMoreThanTheEnd() throws InterruptedException {
        ledger.job = queued();
        ledger.afterFirstRead = () -> {
            ledger.job = cancelled();
            ledger.listener().progressed(id);
        };

        assertThat(waiter.await(tenant, id, job -> !job.equals(queued()), LONG)).contains(cancelled());
    }

    @Test
    void progressCostsWhoeverWaitsForTheEndNoRead() throws InterruptedException {
        ledger.job = queued();
        ledger.afterFirstRead = () -> ledger.listener().progressed(id);

        assertThat(waiter.awaitEnd(tenant, id, SHORT)).contains(queued());

        assertThat(ledger.reads).as("the first and the last").hasValue(2);
    }

    @Test
    void aGapInTheNotesWakesTheWaiter() throws InterruptedException {
        ledger.job = queued();
        ledger.afterFirstRead = () -> {
            ledger.job = cancelled();
            ledger.listener().missedSome();
        };

        assertThat(waiter.awaitEnd(tenant, id, LONG)).contains(cancelled());
    }

    @Test
    void whenTheTimeIsOverTheAnswerIsReadOnceMore() throws InterruptedException {
        ledger.job = queued();
        ledger.afterFirstRead = () -> ledger.job = cancelled();

        assertThat(waiter.awaitEnd(tenant, id, SHORT)).contains(cancelled());
    }

    @Test
    void itReadsWhenItIsWokenAndNotOverAndOver() throws InterruptedException {
        ledger.job = queued();

        assertThat(waiter.awaitEnd(tenant, id, SHORT)).contains(queued());

        assertThat(ledger.reads).hasValue(2);
        assertThat(ledger.listener).as("unsubscribed").isNull();
    }

    private Job queued() {
        return job(new Job.Queued(Instant.EPOCH));
    }

    private Job cancelled() {
        return job(new Job.Cancelled("as asked"));
    }

    private Job job(Job.Outcome outcome) {
        return new Job(id, tenant, Lane.INTERACTIVE, outcome, 0, null, Map.of(), Instant.EPOCH, null, null);
    }

    /** One job, one listener. */
    private static final class PlayedLedger implements JobReader, JobChanges {
        private final AtomicInteger reads = new AtomicInteger();

        @Nullable
        private Job job;

        @Nullable
        private Listener listener;

        private Runnable afterFirstRead = () -> {};

        Listener listener() {
            return Optional.ofNullable(listener).orElseThrow();
        }

        @Override
        public Optional<Job> find(TenantId tenant, JobId id) {
            Optional<Job> found = Optional.ofNullable(job);
            if (reads.incrementAndGet() == 1) {
                afterFirstRead.run();
            }
            return found;
        }

        @Override
        public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
            throw new UnsupportedOperationException("a waiter reads one job");
        }

        @Override
        public Subscription subscribe(Listener listener) {
            this.listener = listener;
            return () -> this.listener = null;
        }
    }
}
