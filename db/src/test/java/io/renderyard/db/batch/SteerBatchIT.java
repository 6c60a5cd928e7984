package io.renderyard.db.batch;

import static io.renderyard.db.batch.TestBatches.row;
import static io.renderyard.db.batch.TestBatches.rows;
import static io.renderyard.db.batch.TestBatches.same;
import static io.renderyard.db.batch.TestBatches.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.db.batch.TestBatches.Head;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobCleaner;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Withdrawals;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SteerBatchIT {
    private static final String REASON = "not needed any more";

    private final TestLedger ledger = TestLedger.shared();
    private final TestBatches batches = new TestBatches(ledger);
    private final BatchLedger steering = ledger.part(BatchLedger.class);
    private final TenantId tenant = ledger.tenant();

    @Test
    void aCancelEndsAllThatHasNotEnded() {
        Batch batch = batches.accepted(
                Head.of(tenant).with(3).with(webhook(BatchWebhook.On.ITEM)),
                Stream.concat(rows(1_200).stream(), Stream.of(new Row.Wrong("x")))
                        .toList());
        batches.admit();
        batches.succeed(batches.claimed());
        Attempt running = batches.claimed();

        Batch cancelled = steering.cancel(tenant, batch.id(), REASON).orElseThrow();

        assertThat(cancelled.state()).isEqualTo(BatchState.CANCELLED);
        assertThat(cancelled.cancelReason()).isEqualTo(REASON);
        assertThat(cancelled.tally()).isEqualTo(new Tally(0, 0, 0, 1, 1, 1_199));
        assertThat(ledger.job(running.job()).outcome()).isEqualTo(new Job.Cancelled(REASON));
        assertThat(ledger.count("attempt where outcome = 'CANCELLED'")).isEqualTo(1);
        assertThat(ledger.count("event where type = 'JOB_CANCELLED' and fanned_out_at is null"))
                .isEqualTo(1_199);
        assertThat(ledger.count("event where type = 'BATCH_CANCELLED'")).isEqualTo(1);
        assertThat(ledger.part(AttemptLedger.class).succeed(running, TestLedger.artifact(running), TestLedger.RECEIPT))
                .isFalse();
        assertThat(batches.claim()).isEmpty();
    }

    @Test
    void whoeverWorksOnACancelledItemIsTold() {
        Batch batch = batches.accepted(Head.of(tenant), rows(2));
        batches.admit();
        Attempt running = batches.claimed();
        Set<JobId> withdrawn = ConcurrentHashMap.newKeySet();
        try (var subscription = ledger.part(Withdrawals.class).subscribe(withdrawn::add)) {
            Awaitility.await("a note of the cancel")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        // Listening begins a moment after subscribing: the second one is cancelled when it is heard.
                        ledger.part(JobCanceller.class)
                                .cancel(
                                        tenant,
                                        ledger.accepted(TestLedger.submission(tenant))
                                                .id(),
                                        REASON);
                        return !withdrawn.isEmpty();
                    });
            steering.cancel(tenant, batch.id(), REASON);
            Awaitility.await("the worker is told")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> withdrawn.contains(running.job()));
        }
    }

    @Test
    void aCancelThatDiedHalfWayIsFinishedByTheConductor() {
        Batch batch = batches.accepted(Head.of(tenant).with(2), rows(10));
        batches.admit();
        ledger.jdbc().sql("update batch set cancel_reason = 'died after this'").update();

        assertThat(batches.admit()).isZero();
        assertThat(batches.callOff()).isEqualTo(10);
        assertThat(batches.finish()).isEqualTo(1);
        assertThat(batches.read(batch).state()).isEqualTo(BatchState.CANCELLED);
        assertThat(batches.read(batch).tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 10));
    }

    @Test
    void aLargeBatchIsCalledOffAtOnceAndItsItemsBitByBit() {
        Batch batch = batches.accepted(Head.of(tenant).with(10), rows(5_000));
        batches.admit();
        Attempt running = batches.claimed();

        Batch cancelled = steering.cancel(tenant, batch.id(), REASON).orElseThrow();

        assertThat(cancelled.state()).isEqualTo(BatchState.CANCELLED);
        assertThat(cancelled.finishedAt()).isNull();
        assertThat(cancelled.tally().ended()).isEqualTo(2_000);
        assertThat(ledger.job(running.job()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(batches.admit()).isZero();
        assertThat(steering.cancel(tenant, batch.id(), "again").orElseThrow().cancelReason())
                .isEqualTo(REASON);
        assertThat(batches.callOff() + batches.callOff()).isEqualTo(1_000);
        assertThat(batches.finish()).isEqualTo(1);
        assertThat(batches.read(batch).finishedAt()).isNotNull();
        assertThat(batches.read(batch).tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 5_000));
        assertThat(ledger.count("event where type = 'BATCH_CANCELLED'")).isOne();
    }

    @Test
    void anEndedBatchIsNotCancelled() {
        Batch batch = batches.accepted(Head.of(tenant), rows(2));
        batches.drawAll();
        batches.finish();

        assertThat(steering.cancel(tenant, batch.id(), REASON).orElseThrow().state())
                .isEqualTo(BatchState.COMPLETED);
    }

    @Test
    void nobodyElseSteersIt() {
        Batch batch = batches.accepted(Head.of(tenant), rows(2));
        TenantId other = ledger.tenant();

        assertThat(steering.cancel(other, batch.id(), REASON)).isEmpty();
        assertThat(steering.pause(other, batch.id())).isEmpty();
        assertThat(steering.resume(other, batch.id())).isEmpty();
        assertThat(steering.retry(other, batch.id(), null)).isEmpty();
        assertThat(batches.read(batch)).isEqualTo(batch);
    }

    @Test
    void eachItemHasOneEndWhenACancelMeetsCompletions() throws Exception {
        Batch batch = batches.accepted(Head.of(tenant).with(200), rows(300));
        batches.admit();
        List<Attempt> running = Stream.generate(batches::claimed).limit(200).toList();
        Callable<Boolean> cancel =
                () -> steering.cancel(tenant, batch.id(), REASON).isPresent();
        Callable<Boolean> complete = () -> {
            running.forEach(attempt -> ledger.part(AttemptLedger.class)
                    .succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT));
            return true;
        };
        Callable<Boolean> renew = () -> {
            for (int i = 0; i < 20; i++) {
                ledger.part(AttemptLedger.class)
                        .renew(running.reversed().stream()
                                .map(attempt -> new AttemptLedger.Renewal(attempt, null))
                                .toList());
            }
            return true;
        };
        Callable<Boolean> conduct = () -> {
            for (int i = 0; i < 20; i++) {
                batches.admit();
                batches.finish();
            }
            return true;
        };

        try (Race race = new Race()) {
            race.run(List.of(cancel, complete, renew, conduct, conduct));
        }
        batches.finish();

        Batch end = batches.read(batch);
        assertThat(end.state()).isEqualTo(BatchState.CANCELLED);
        assertThat(end.tally().succeeded() + end.tally().cancelled()).isEqualTo(300);
        assertThat(ledger.count("event where job_id is not null")).isEqualTo(300);
        assertThat(ledger.count("artifact")).isEqualTo(end.tally().succeeded());
        assertThat(ledger.count("event where type like 'BATCH%'")).isEqualTo(1);
    }

    @Test
    void whoFollowsACancelledItemFromOutsideIsDrawnInItsStead() {
        Head head = Head.of(tenant).with(Reuse.UNLIMITED);
        Batch batch = batches.accepted(head, same(3));
        batches.admit();
        Job outside = ledger.accepted(TestLedger.submission(
                tenant, head.full().bases().getFirst(), new Variables(Map.of("name", "everybody")), Reuse.UNLIMITED));
        assertThat(outside.outcome()).isEqualTo(new Job.Queued(null));

        steering.cancel(tenant, batch.id(), REASON);

        assertThat(batches.read(batch).tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 3));
        batches.succeed(ledger.claimed(outside.id()));
        assertThat(ledger.job(outside.id()).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void nothingIsAdmittedWhileItIsPaused() {
        Batch batch = batches.accepted(Head.of(tenant).with(2), rows(5));
        batches.admit();

        assertThat(steering.pause(tenant, batch.id()).orElseThrow().paused()).isTrue();
        batches.succeed(batches.claimed());
        assertThat(batches.admit()).isZero();
        batches.succeed(batches.claimed());
        assertThat(batches.claim()).isEmpty();
        assertThat(batches.finish()).isZero();
        assertThat(steering.resume(tenant, batch.id()).orElseThrow().paused()).isFalse();
        assertThat(batches.drawAll()).isEqualTo(3);
    }

    @Test
    void aRetryDrawsAnewWhatFailedAndLeavesTheRest() {
        Batch batch = batches.accepted(
                Head.of(tenant).with(Reuse.UNLIMITED).with(webhook(BatchWebhook.On.BATCH)),
                List.of(row("a"), row("b"), new Row.Wrong("no item"), row("c")));
        batches.admit();
        batches.fail(batches.claimed());
        batches.succeed(batches.claimed());
        batches.fail(batches.claimed());
        batches.finish();
        Batch first = batches.read(batch);
        assertThat(first.state()).isEqualTo(BatchState.PARTIAL);
        List<Job> before = batches.items(batch);

        Batch open = made(steering.retry(tenant, batch.id(), null));

        assertThat(open.state()).isEqualTo(BatchState.PROCESSING);
        assertThat(open.finishedAt()).isNull();
        assertThat(open.tally()).isEqualTo(new Tally(2, 0, 0, 1, 1, 0));
        assertThat(batches.finish()).isZero();
        assertThat(batches.drawAll()).isEqualTo(2);
        assertThat(batches.finish()).isEqualTo(1);

        assertThat(batches.read(batch).tally()).isEqualTo(new Tally(0, 0, 0, 3, 1, 0));
        List<Job> after = batches.items(batch);
        assertThat(after)
                .extracting(Job::item)
                .isEqualTo(before.stream().map(Job::item).toList());
        assertThat(after)
                .extracting(Job::metadata)
                .isEqualTo(before.stream().map(Job::metadata).toList());
        assertThat(Set.of(after.get(0).id(), after.get(3).id()))
                .doesNotContain(before.get(0).id(), before.get(3).id());
        assertThat(after.subList(1, 3)).isEqualTo(before.subList(1, 3));
        assertThat(ledger.job(before.get(0).id()).state()).isEqualTo(JobState.FAILED);
        assertThat(ledger.count("event where type = 'BATCH_PARTIAL'")).isEqualTo(2);
    }

    @Test
    void manyFailuresAreRetriedAtOnce() {
        Batch batch = batches.accepted(Head.of(tenant).with(1_000).with(Reuse.UNLIMITED), same(1_000));
        batches.admit();
        batches.admit();
        batches.fail(batches.claimed());
        batches.finish();
        assertThat(batches.read(batch).state()).isEqualTo(BatchState.FAILED);

        assertThat(made(steering.retry(tenant, batch.id(), null)).tally()).isEqualTo(new Tally(1_000, 0, 0, 0, 0, 0));
        assertThat(batches.drawAll()).isEqualTo(1);
        batches.finish();
        assertThat(batches.read(batch).state()).isEqualTo(BatchState.COMPLETED);
    }

    @Test
    void aRetryWithNothingToDoLeavesTheEndAsItIs() {
        Batch batch = batches.accepted(Head.of(tenant), List.of(row("a"), new Row.Wrong("b")));
        batches.drawAll();
        batches.finish();
        Batch end = batches.read(batch);

        assertThat(made(steering.retry(tenant, batch.id(), null))).isEqualTo(end);
    }

    @Test
    void anItemThatWasCleanedIsNotRetried() {
        Batch batch = batches.accepted(Head.of(tenant), rows(2));
        batches.admit();
        Attempt first = batches.claimed();
        batches.fail(first);
        batches.fail(batches.claimed());
        batches.finish();
        assertThat(ledger.part(JobCleaner.class).clean(tenant, first.job())).isEqualTo(JobCleaner.Cleaning.CLEANED);

        assertThat(made(steering.retry(tenant, batch.id(), null)).tally()).isEqualTo(new Tally(1, 0, 0, 0, 1, 0));
        batches.drawAll();
        batches.finish();

        assertThat(batches.items(batch))
                .extracting(Job::outcome)
                .contains(new Job.Cleaned(JobState.FAILED))
                .hasAtLeastOneElementOfType(Job.Succeeded.class);
        assertThat(batches.read(batch).state()).isEqualTo(BatchState.PARTIAL);
    }

    @Test
    void aCancelledBatchStaysCancelled() {
        Batch batch = batches.accepted(Head.of(tenant), rows(2));
        batches.admit();
        batches.fail(batches.claimed());
        Batch end = steering.cancel(tenant, batch.id(), REASON).orElseThrow();

        assertThat(made(steering.retry(tenant, batch.id(), null))).isEqualTo(end);
    }

    @Test
    void theSameKeyRetriesOnce() throws Exception {
        Batch batch = batches.accepted(Head.of(tenant), rows(1));
        batches.admit();
        batches.fail(batches.claimed());
        batches.finish();
        IdempotencyKey key = new IdempotencyKey("again", "ab".repeat(32));

        try (Race race = new Race()) {
            List<Optional<Acceptance<Batch>>> answers = race.run(4, () -> steering.retry(tenant, batch.id(), key));
            assertThat(answers)
                    .filteredOn(answer -> answer.orElseThrow() instanceof Acceptance.Accepted<Batch>)
                    .hasSize(1);
        }
        assertThat(ledger.count("job")).isEqualTo(2);
        assertThat(steering.retry(tenant, batch.id(), new IdempotencyKey("again", "cd".repeat(32))))
                .contains(new Acceptance.KeyTaken<>());
    }

    @Test
    void aKeyForABatchThatIsNotThereStandsForNothing() {
        Batch others = batches.accepted(Head.of(ledger.tenant()), rows(1));
        IdempotencyKey key = new IdempotencyKey("again", "ab".repeat(32));

        assertThat(steering.retry(tenant, others.id(), key)).isEmpty();
        assertThat(ledger.count("idempotency")).isZero();
    }

    @Test
    void aRetryThatMeetsTheEndIsNotLost() throws Exception {
        for (int trial = 0; trial < 20; trial++) {
            Batch batch = batches.accepted(Head.of(tenant), rows(2));
            batches.admit();
            batches.fail(batches.claimed());
            batches.succeed(batches.claimed());
            try (Race race = new Race()) {
                race.<Object>run(List.of(batches::finish, () -> steering.retry(tenant, batch.id(), null)));
            }
            Batch open = batches.read(batch);
            assertThat(open.state()).isEqualTo(BatchState.PROCESSING);
            assertThat(open.tally()).isEqualTo(new Tally(1, 0, 0, 1, 0, 0));
            assertThat(batches.drawAll()).isEqualTo(1);
            batches.finish();
            assertThat(batches.read(batch).state()).isEqualTo(BatchState.COMPLETED);
        }
        assertThat(new HashSet<>(ledger.jdbc()
                        .sql("select round from batch")
                        .query(Integer.class)
                        .list()))
                .isSubsetOf(1, 2);
    }

    private static Batch made(Optional<Acceptance<Batch>> answer) {
        return switch (answer.orElseThrow()) {
            case Acceptance.Accepted<Batch>(Batch batch) -> batch;
            case Acceptance<Batch> other -> throw new AssertionError("not done: " + other);
        };
    }
}
