package io.renderyard.db.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.event.Event;
import io.renderyard.kernel.event.EventFeed;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EventFeedIT {
    private final TestLedger ledger = TestLedger.shared();
    private final EventFeed feed = ledger.part(EventFeed.class);
    private final TenantId tenant = ledger.tenant();

    @Test
    void eventsAreNumberedInTheirOrderForEachTenant() {
        TenantId other = ledger.tenant();
        List<JobId> mine = List.of(cancelled(tenant), cancelled(tenant));
        JobId others = cancelled(other);
        assertThat(feed.after(tenant, 0, 10)).isEmpty();

        assertThat(feed.number()).isEqualTo(3);
        assertThat(feed.number()).isZero();

        assertThat(feed.after(tenant, 0, 10))
                .extracting(Event::number, Event::subject, Event::type)
                .containsExactly(
                        tuple(1L, new Event.OfJob(mine.get(0)), EventType.JOB_CANCELLED),
                        tuple(2L, new Event.OfJob(mine.get(1)), EventType.JOB_CANCELLED));
        assertThat(feed.after(other, 0, 10)).extracting(Event::subject).containsExactly(new Event.OfJob(others));
        assertThat(feed.after(tenant, 1, 10)).extracting(Event::number).containsExactly(2L);
        assertThat(feed.after(tenant, 0, 1)).extracting(Event::number).containsExactly(1L);
    }

    @Test
    void aLateCommitComesAfterWhatWasNumberedBeforeIt() {
        JobId late = ledger.accepted(TestLedger.submission(tenant)).id();
        List<JobId> seen = new ArrayList<>();
        new TransactionTemplate(ledger.part(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            ledger.part(JobCanceller.class).cancel(tenant, late, "began first");
            // Another thread, so that it is another transaction.
            try (Race race = new Race()) {
                race.run(1, () -> {
                    cancelled(tenant);
                    feed.number();
                    return seen.addAll(jobs(feed.after(tenant, 0, 10)));
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        feed.number();

        assertThat(seen).hasSize(1).doesNotContain(late);
        assertThat(jobs(feed.after(tenant, 1, 10))).containsExactly(late);
    }

    @Test
    void aReaderMissesNothingWhileManyWriteAndTwoNumber() throws Exception {
        int each = 40;
        AtomicBoolean done = new AtomicBoolean();
        Callable<List<Long>> write = () -> {
            for (int i = 0; i < each; i++) {
                cancelled(tenant);
            }
            return List.of();
        };
        Callable<List<Long>> number = () -> {
            while (!done.get()) {
                feed.number();
            }
            return List.of();
        };
        Callable<List<Long>> follow = () -> {
            List<Long> passed = new ArrayList<>();
            while (passed.size() < 3 * each && !done.get()) {
                feed.after(tenant, passed.isEmpty() ? 0 : passed.getLast(), 100).forEach(event -> {
                    Long next = event.number();
                    if (next != null) {
                        passed.add(next);
                    }
                });
            }
            done.set(true);
            return passed;
        };

        List<Long> read;
        try (Race race = new Race()) {
            try {
                read = race.run(List.of(write, write, write, number, number, follow))
                        .getLast();
            } finally {
                done.set(true);
            }
        }
        assertThat(read)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3 * each).boxed().toList());
        assertThat(ledger.one(Long.class, "select numbered from event_count where tenant_id = ?", tenant.value()))
                .isEqualTo(3L * each);
    }

    @Test
    void aStepIsBoundedAndTheRestComesNext() {
        Job job = ledger.accepted(TestLedger.submission(tenant));
        ledger.jdbc().sql("""
                        with batch as (
                            insert into batch (id, tenant_id, lane, priority, concurrency, items, metadata, reuse_millis, created_at)
                            values (gen_random_uuid(), :tenant, 'BATCH', 1, 1, 1, '{}', 0, now()) returning id)
                        insert into event (id, tenant_id, batch_id, type, round, occurred_at)
                        select gen_random_uuid(), :tenant, batch.id, 'BATCH_FAILED', n, now() from batch, generate_series(1, 2500) n""").param("tenant", job.tenant().value()).update();

        assertThat(feed.number()).isEqualTo(1_000);
        assertThat(feed.number()).isEqualTo(1_000);
        assertThat(feed.number()).isEqualTo(500);
        assertThat(feed.after(tenant, 2_499, 10)).extracting(Event::number).containsExactly(2_500L);
    }

    private JobId cancelled(TenantId owner) {
        JobId job = ledger.accepted(TestLedger.submission(owner)).id();
        ledger.part(JobCanceller.class).cancel(owner, job, "not needed");
        return job;
    }

    private static List<JobId> jobs(List<Event> events) {
        return events.stream()
                .map(event -> event.subject() instanceof Event.OfJob(JobId job) ? job : null)
                .toList();
    }
}
