package io.renderyard.db.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobQueueStatus;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.JobSweeper;
import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobSweeperIT {
    private final TestLedger ledger = TestLedger.shared();
    private final JobSweeper sweeper = ledger.part(JobSweeper.class);

    @Test
    void aLeaseThatRanOutIsReclaimedAndOnlyThat() {
        Attempt silent = ledger.running();
        Attempt alive = ledger.running();
        expireLease(silent.job());

        assertThat(sweeper.reclaimLostLeases()).isOne();
        assertThat(sweeper.reclaimLostLeases()).isZero();

        assertThat(ledger.job(silent.job()).state()).isEqualTo(JobState.QUEUED);
        assertThat(ledger.job(alive.job()).state()).isEqualTo(JobState.RUNNING);
        assertThat(ledger.one(
                        String.class,
                        "select failure from attempt where job_id = ?",
                        silent.job().value()))
                .isEqualTo("worker_lost");
    }

    @Test
    void aJobWhoseWorkersAllVanishFailsWithOneEvent() {
        JobId job = ledger.accepted().id();
        for (int attempt = 1; attempt <= 3; attempt++) {
            ledger.makeDue(job);
            ledger.claimed(job);
            expireLease(job);
            assertThat(sweeper.reclaimLostLeases()).isOne();
        }

        assertThat(ledger.job(job).outcome())
                .isInstanceOfSatisfying(
                        Job.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(FailureCode.WORKER_LOST));
        assertThat(ledger.count("event")).isOne();
    }

    @Test
    void sweepersMeetingEachOtherAndTheWorkerEndTheAttemptOnce() throws Exception {
        AttemptLedger attempts = ledger.part(AttemptLedger.class);
        try (var race = new Race()) {
            for (int round = 0; round < 20; round++) {
                Attempt attempt = ledger.running();
                expireLease(attempt.job());

                List<Object> unused = race.run(List.of(
                        sweeper::reclaimLostLeases,
                        sweeper::reclaimLostLeases,
                        () -> attempts.succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT)));

                Job job = ledger.job(attempt.job());
                assertThat(job.state()).isIn(JobState.QUEUED, JobState.SUCCEEDED);
                assertThat(ledger.count("event where job_id = ?", attempt.job().value()))
                        .isEqualTo(job.state() == JobState.SUCCEEDED ? 1 : 0);
                assertThat(ledger.count(
                                "attempt where ended_at is null and job_id = ?",
                                attempt.job().value()))
                        .isZero();
            }
        }
    }

    @Test
    void aJobIsRungForOnceWhenItBecomesDueAgain() {
        Attempt attempt = ledger.running();
        ledger.part(AttemptLedger.class).release(attempt);
        long before = rings(attempt.job());

        assertThat(sweeper.ringForDue()).isOne();
        assertThat(sweeper.ringForDue()).isZero();

        assertThat(rings(attempt.job())).isEqualTo(before + 1);
    }

    @Test
    void aJobIsNotRungForBeforeItIsDue() {
        Attempt attempt = ledger.running();
        ledger.part(AttemptLedger.class).release(attempt);
        ledger.jdbc().sql("update job set due_at = now() + interval '1 minute'").update();

        assertThat(sweeper.ringForDue()).isZero();
    }

    @Test
    void aJobWithAFreshRingIsLeftAlone() {
        ledger.accepted();
        loseAllRings();

        assertThat(sweeper.ringAgain(Lane.INTERACTIVE, 0)).isZero();
    }

    @Test
    void whoeverWaitsInVainIsRungForAgainInItsOwnLane() {
        JobId job = ledger.accepted().id();
        rungLongAgo(job, "6 seconds");
        loseAllRings();

        assertThat(sweeper.ringAgain(Lane.BATCH, 0)).isZero();
        assertThat(sweeper.ringAgain(Lane.INTERACTIVE, 0)).isOne();
        assertThat(sweeper.ringAgain(Lane.INTERACTIVE, 0)).isZero();

        assertThat(rings(job)).isOne();
    }

    @Test
    void asManyRingsAreMadeAsAreMissing() {
        for (int i = 0; i < 5; i++) {
            rungLongAgo(ledger.accepted().id(), "1 hour");
        }
        loseAllRings();

        assertThat(sweeper.ringAgain(Lane.INTERACTIVE, 5)).isZero();
        assertThat(sweeper.ringAgain(Lane.INTERACTIVE, 3)).isEqualTo(2);
        assertThat(sweeper.ringAgain(Lane.INTERACTIVE, 3)).isZero();
        assertThat(sweeper.ringAgain(Lane.INTERACTIVE, 0)).isEqualTo(3);
    }

    @Test
    void aRingThatWaitsInTheOutboxIsNotMissing() {
        rungLongAgo(ledger.accepted().id(), "1 hour");

        assertThat(sweeper.ringAgain(Lane.INTERACTIVE, 0)).isZero();
    }

    @Test
    void nobodyIsRungForWhoIsBeingDrawn() {
        Attempt attempt = ledger.running();
        rungLongAgo(attempt.job(), "1 hour");
        loseAllRings();

        assertThat(sweeper.ringAgain(Lane.INTERACTIVE, 0)).isZero();
    }

    @Test
    void queuesTellHowManyWaitAndHowLong() {
        JobId job = ledger.accepted().id();
        ledger.accepted();
        ledger.running();
        ledger.jdbc()
                .sql("update job set due_at = now() - interval '90 seconds' where id = ?")
                .param(job.value())
                .update();

        assertThat(sweeper.queues()).singleElement().satisfies(queue -> {
            assertThat(queue.lane()).isEqualTo(Lane.INTERACTIVE);
            assertThat(queue.waiting()).isEqualTo(2);
            assertThat(queue)
                    .extracting(JobQueueStatus::oldest)
                    .satisfies(oldest -> assertThat(oldest).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(100)));
        });
    }

    private void expireLease(JobId job) {
        ledger.jdbc()
                .sql("update job set lease_until = now() - interval '1 second' where id = ?")
                .param(job.value())
                .update();
    }

    private void rungLongAgo(JobId job, String ago) {
        ledger.jdbc()
                .sql("update job set rung_at = now() - cast(:ago as interval) where id = :job")
                .param("ago", ago)
                .param("job", job.value())
                .update();
    }

    /** They were handed on, and then the broker lost them. */
    private void loseAllRings() {
        ledger.jdbc().sql("delete from outbox").update();
    }

    private long rings(JobId job) {
        return ledger.count("outbox where subject = ?", job.value());
    }
}
