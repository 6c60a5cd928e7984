package io.renderyard.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactReader;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Progress;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptIT {
    private static final Failure TIMEOUT = new Failure(FailureCode.TIMEOUT, "the page was not ready");
    private static final Failure NO_SELECTOR = new Failure(FailureCode.SELECTOR_NOT_FOUND, "'#a' matched nothing");

    private final TestLedger ledger = TestLedger.shared();
    private final AttemptLedger attempts = ledger.part(AttemptLedger.class);
    private final JobCanceller canceller = ledger.part(JobCanceller.class);

    @Test
    void onlyOneOfManyClaimersGetsTheLease() throws Exception {
        try (var race = new Race()) {
            for (int round = 0; round < 20; round++) {
                JobId job = ledger.accepted().id();

                List<Optional<AttemptLedger.Claim>> claims = race.run(16, ledger::claimNext);

                assertThat(claims.stream().flatMap(Optional::stream))
                        .extracting(AttemptLedger.Claim::attempt)
                        .containsExactly(new Attempt(job, 1));
                assertThat(ledger.count("attempt where job_id = ?", job.value()))
                        .isOne();
            }
        }
    }

    @Test
    void aJobIsNotClaimedBeforeItIsDue() {
        Attempt failed = ledger.running();
        attempts.fail(failed, TIMEOUT);
        // However long we stand still.
        ledger.jdbc()
                .sql("update job set due_at = due_at + interval '1 minute'")
                .update();

        assertThat(ledger.claimNext()).isEmpty();
        assertThat(ledger.job(failed.job()).attempts()).isOne();
    }

    @Test
    void aClaimIsToldAsProgressAndOnlyItsEndAsAChange() {
        List<String> told = new CopyOnWriteArrayList<>();
        try (var subscription = ledger.part(JobChanges.class).subscribe(new Ear(told))) {
            await().until(() -> ledger.count(
                            "pg_stat_activity where application_name = 'renderyard-changes'"
                                    + " and datname = current_database() and state = 'idle' and query like 'listen renderyard_job%'")
                    > 0);
            Attempt attempt = ledger.running();
            awaitTold(told, attempt, "further: ");

            attempts.release(attempt);
            awaitTold(told, attempt, "further: ", "changed: ");
        }
    }

    /** Of this job; late words of others may come between. */
    private static void awaitTold(List<String> told, Attempt attempt, String... words) {
        String job = attempt.job().toString();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told)
                        .filteredOn(one -> one.endsWith(job))
                        .containsExactly(
                                Arrays.stream(words).map(word -> word + job).toArray(String[]::new)));
    }

    private record Ear(List<String> told) implements JobChanges.Listener {
        @Override
        public void changed(JobId job) {
            told.add("changed: " + job);
        }

        @Override
        public void progressed(JobId job) {
            told.add("further: " + job);
        }

        @Override
        public void missedSome() {
            // Said of every connection that is made.
        }
    }

    /** As JSON shows it. */
    @ParameterizedTest
    @CsvSource({"0.6, 0.6", "2, 2", "2.50, 2.5", "2E+1, 20", "0.0, 0"})
    void whatAPictureCostComesBackWithoutSpareDigits(String given, String read) {
        Attempt attempt = ledger.running();
        Artifact artifact = TestLedger.artifact(attempt, "a-provider", given);
        assertThat(attempts.succeed(attempt, artifact, TestLedger.RECEIPT)).isTrue();

        assertThat(ledger.job(attempt.job()).outcome())
                .isEqualTo(new Job.Succeeded(artifact.with(new Painting("a-provider", new BigDecimal(read)))));
    }

    @Test
    void aClaimInAnotherLaneFindsNothing() {
        ledger.accepted();

        assertThat(attempts.claim(Lane.BATCH, "a worker")).isEmpty();
    }

    @Test
    void aClaimGivesTheLeaseThatIsSet() {
        Attempt attempt = ledger.running();

        assertThat(leaseLeft(attempt.job())).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
        assertThat(ledger.job(attempt.job()).outcome()).isEqualTo(new Job.Running(attempt));
        assertThat(ledger.job(attempt.job()).startedAt()).isNotNull();
    }

    @Test
    void renewingLengthensOwnLeasesAndTellsWhichAreLost() {
        Attempt mine = ledger.running();
        Attempt another = ledger.running();
        Attempt cancelled = ledger.running();
        Attempt old = zombie();
        canceller.cancel(ledger.job(cancelled.job()).tenant(), cancelled.job(), "no longer wanted");
        ledger.jdbc()
                .sql("update job set lease_until = now() where state = 'RUNNING'")
                .update();

        assertThat(attempts.renew(renewals(mine, cancelled, old, another))).containsExactlyInAnyOrder(mine, another);

        assertThat(leaseLeft(mine.job())).isGreaterThan(Duration.ofSeconds(10));
        assertThat(leaseLeft(old.job())).isLessThan(Duration.ofSeconds(1));
        assertThat(attempts.renew(List.of())).isEmpty();
    }

    private static List<AttemptLedger.Renewal> renewals(Attempt... attempts) {
        return Arrays.stream(attempts)
                .map(attempt -> new AttemptLedger.Renewal(attempt, null))
                .toList();
    }

    @Test
    void progressTravelsWithARenewalAndOnlyOfTheRunningAttempt() {
        Attempt mine = ledger.running();
        Attempt silent = ledger.running();
        Attempt old = zombie();
        AttemptLedger.Renewal unsaid = new AttemptLedger.Renewal(silent, null);

        assertThat(attempts.renew(List.of(further(mine, 3), unsaid, further(old, 9))))
                .containsExactlyInAnyOrder(mine, silent);

        assertThat(progress(mine)).isEqualTo(new Progress(3, 30));
        assertThat(progress(silent)).isNull();
        assertThat(ledger.job(old.job()).outcome()).isNotEqualTo(new Job.Running(old, new Progress(9, 30)));

        assertThat(attempts.renew(renewals(mine))).containsExactly(mine);
        assertThat(progress(mine)).as("what was told stays").isEqualTo(new Progress(3, 30));
        assertThat(attempts.renew(List.of(further(mine, 30)))).containsExactly(mine);
        assertThat(progress(mine)).isEqualTo(new Progress(30, 30));
    }

    @Test
    void anotherAttemptBeginsWithoutProgress() {
        Attempt first = ledger.running();
        attempts.renew(List.of(further(first, 3)));
        attempts.release(first);

        Attempt unused = ledger.claimed(first.job());

        assertThat(ledger.job(first.job()).outcome()).isEqualTo(new Job.Running(new Attempt(first.job(), 2)));
    }

    private static AttemptLedger.Renewal further(Attempt attempt, int done) {
        return new AttemptLedger.Renewal(attempt, new Progress(done, 30));
    }

    private @Nullable Progress progress(Attempt attempt) {
        return ledger.job(attempt.job()).outcome() instanceof Job.Running running ? running.progress() : null;
    }

    @Test
    void aZombieCanDoNothing() {
        Attempt zombie = zombie();
        Job before = ledger.job(zombie.job());

        assertThat(attempts.renew(renewals(zombie))).isEmpty();
        assertThat(attempts.succeed(zombie, TestLedger.artifact(zombie), TestLedger.RECEIPT))
                .isFalse();
        assertThat(attempts.fail(zombie, NO_SELECTOR)).isFalse();
        assertThat(attempts.fail(zombie, TIMEOUT)).isFalse();
        assertThat(attempts.release(zombie)).isFalse();

        assertThat(ledger.job(zombie.job())).isEqualTo(before);
        assertThat(ledger.count("event")).isZero();
        assertThat(ledger.count("artifact")).isZero();
        assertThat(ledger.count(
                        "attempt where job_id = ? and ended_at is null",
                        zombie.job().value()))
                .isOne();
    }

    @Test
    void aReleaseGivesTheAttemptBackButNeverItsNumber() {
        Attempt first = ledger.running();

        assertThat(attempts.release(first)).isTrue();

        assertThat(spent(first.job())).isZero();
        assertThat(ledger.job(first.job()).state()).isEqualTo(JobState.QUEUED);
        assertThat(ledger.job(first.job()).attempts()).isOne();
        assertThat(ledger.claimed(first.job())).isEqualTo(new Attempt(first.job(), 2));
        assertThat(spent(first.job())).isOne();
        assertThat(attempts.release(first)).isFalse();
        assertThat(outcomes(first.job())).containsExactly("1 RELEASED", "2 open");
    }

    @Test
    void failuresQueueAgainWithGrowingGapsUntilTheLast() {
        JobId job = ledger.accepted().id();
        List<Duration> gaps = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            assertThat(attempts.fail(ledger.claimed(job), TIMEOUT)).isTrue();
            assertThat(ledger.job(job).outcome()).isInstanceOf(Job.Queued.class);
            gaps.add(gapAfter(job, number));
            assertThat(ledger.count("event")).isZero();
            ledger.makeDue(job);
        }

        assertThat(attempts.fail(ledger.claimed(job), TIMEOUT)).isTrue();

        assertThat(gaps).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(ledger.job(job).outcome()).isEqualTo(new Job.Failed(TIMEOUT));
        assertThat(ledger.count("event where job_id = ? and type = 'JOB_FAILED'", job.value()))
                .isOne();
        assertThat(outcomes(job)).containsExactly("1 FAILED", "2 FAILED", "3 FAILED");
        assertThat(ledger.claimNext()).isEmpty();
    }

    @Test
    void releasesDoNotUseUpTheAttempts() {
        JobId job = ledger.accepted().id();
        for (int stop = 0; stop < 4; stop++) {
            assertThat(attempts.release(ledger.claimed(job))).isTrue();
        }

        assertThat(attempts.fail(ledger.claimed(job), TIMEOUT)).isTrue();

        assertThat(ledger.job(job).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void whatNoAttemptCanMendFailsAtOnce() {
        Attempt attempt = ledger.running();

        assertThat(attempts.fail(attempt, NO_SELECTOR)).isTrue();

        assertThat(ledger.job(attempt.job()).outcome()).isEqualTo(new Job.Failed(NO_SELECTOR));
        assertThat(ledger.job(attempt.job()).finishedAt()).isNotNull();
        assertThat(endingsOf(attempt.job())).isEqualTo("1 event, 1 ring");
    }

    /** A selector of the client's may be part of the message, and PostgreSQL keeps no U+0000. */
    @Test
    void aFailureIsRecordedWhateverItsMessageHolds() {
        Attempt attempt = ledger.running();

        assertThat(attempts.fail(attempt, new Failure(FailureCode.SELECTOR_NOT_FOUND, "'a\0b' matched nothing")))
                .isTrue();

        assertThat(ledger.job(attempt.job()).outcome())
                .isEqualTo(new Job.Failed(new Failure(FailureCode.SELECTOR_NOT_FOUND, "'a\uFFFDb' matched nothing")));
    }

    @Test
    void aSuccessRecordsArtifactEventAndRing() {
        Attempt attempt = ledger.running();
        Artifact artifact = TestLedger.artifact(attempt);

        assertThat(attempts.succeed(attempt, artifact, TestLedger.RECEIPT)).isTrue();
        assertThat(attempts.succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT))
                .isFalse();

        assertThat(ledger.job(attempt.job()).outcome()).isEqualTo(new Job.Succeeded(artifact));
        assertThat(ledger.part(ArtifactReader.class).find(artifact.id())).contains(artifact);
        assertThat(endingsOf(attempt.job())).isEqualTo("1 event, 1 ring");
        assertThat(outcomes(attempt.job())).containsExactly("1 SUCCEEDED");
    }

    @Test
    void cancellingFencesTheWorkerOffAndIsNotRepeated() {
        Attempt attempt = ledger.running();
        TenantId owner = ledger.job(attempt.job()).tenant();

        assertThat(canceller.cancel(ledger.tenant(), attempt.job(), "not mine")).isEmpty();
        assertThat(ledger.job(attempt.job()).state()).isEqualTo(JobState.RUNNING);
        assertThat(canceller.cancel(owner, attempt.job(), "first"))
                .map(Job::outcome)
                .contains(new Job.Cancelled("first"));
        assertThat(canceller.cancel(owner, attempt.job(), "second"))
                .map(Job::outcome)
                .contains(new Job.Cancelled("first"));

        assertThat(attempts.succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT))
                .isFalse();
        assertThat(attempts.release(attempt)).isFalse();
        assertThat(endingsOf(attempt.job())).isEqualTo("1 event, 1 ring");
        assertThat(outcomes(attempt.job())).containsExactly("1 CANCELLED");
    }

    @Test
    void aQueuedJobIsCancelledWithoutAnAttempt() {
        Job job = ledger.accepted();

        assertThat(canceller.cancel(job.tenant(), job.id(), "no longer wanted"))
                .map(Job::state)
                .contains(JobState.CANCELLED);

        assertThat(ledger.claimNext()).isEmpty();
        assertThat(ledger.count("attempt")).isZero();
    }

    @Test
    void howeverEndingsRaceExactlyOneWins() throws Exception {
        try (var race = new Race()) {
            for (int round = 0; round < 300; round++) {
                Attempt attempt = ledger.running();
                JobId job = attempt.job();
                TenantId owner = ledger.job(job).tenant();

                List<Boolean> won = race.run(List.of(
                        () -> attempts.succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT),
                        () -> attempts.fail(attempt, NO_SELECTOR),
                        () -> attempts.succeed(attempt, TestLedger.artifact(attempt), TestLedger.RECEIPT),
                        () -> canceller
                                        .cancel(owner, job, "no longer wanted")
                                        .orElseThrow()
                                        .state()
                                == JobState.CANCELLED));

                assertThat(won).as("round %s", round).containsOnlyOnce(true);
                Job ended = ledger.job(job);
                assertThat(ended.state().isTerminal()).isTrue();
                assertThat(endingsOf(job)).isEqualTo("1 event, 1 ring");
                assertThat(ledger.one(String.class, "select type from event where job_id = ?", job.value()))
                        .isEqualTo("JOB_" + ended.state());
                assertThat(ledger.count("artifact where job_id = ?", job.value()))
                        .isEqualTo(ended.state() == JobState.SUCCEEDED ? 1 : 0);
                assertThat(outcomes(job)).containsExactly("1 " + ended.state());
            }
        }
    }

    /** Retries, releases and cancels at the same moment: whatever happens, no attempt is left open behind a newer one. */
    @Test
    void attemptsAreNumberedWithoutGapsAndEachIsEnded() throws Exception {
        try (var race = new Race()) {
            for (int round = 0; round < 30; round++) {
                JobId job = ledger.accepted().id();
                while (!ledger.job(job).state().isTerminal()) {
                    ledger.makeDue(job);
                    Attempt attempt = ledger.claimed(job);
                    List<Boolean> won =
                            race.run(List.of(() -> attempts.fail(attempt, TIMEOUT), () -> attempts.release(attempt)));
                    assertThat(won).containsOnlyOnce(true);
                }

                List<Integer> numbers = ledger.jdbc()
                        .sql("select number from attempt where job_id = ? and ended_at is not null order by number")
                        .param(job.value())
                        .query(Integer.class)
                        .list();
                assertThat(numbers).first().isEqualTo(1);
                assertThat(numbers).last().isEqualTo(numbers.size());
                assertThat(ledger.job(job).attempts()).isEqualTo(numbers.size());
                assertThat(spent(job)).isEqualTo(3);
            }
        }
    }

    /** Attempt 1 of a job whose attempt 2 is under way. */
    private Attempt zombie() {
        Attempt first = ledger.running();
        assertThat(attempts.fail(first, TIMEOUT)).isTrue();
        ledger.makeDue(first.job());
        ledger.claimed(first.job());
        return first;
    }

    private int spent(JobId job) {
        return ledger.one(Integer.class, "select spent from job where id = ?", job.value());
    }

    private Duration leaseLeft(JobId job) {
        return Duration.ofMillis(ledger.one(
                Long.class,
                "select (extract(epoch from lease_until - now()) * 1000)::bigint from job where id = ?",
                job.value()));
    }

    /** From an attempt's end until the job is due. */
    private Duration gapAfter(JobId job, int number) {
        Instant ended = ledger.one(
                        OffsetDateTime.class,
                        "select ended_at from attempt where job_id = ? and number = ?",
                        job.value(),
                        number)
                .toInstant();
        return Duration.between(
                ended, Objects.requireNonNull(((Job.Queued) ledger.job(job).outcome()).dueAt()));
    }

    private String endingsOf(JobId job) {
        long events = ledger.count("event where job_id = ?", job.value());
        long rings = ledger.count("outbox join event on subject = event.id where job_id = ?", job.value());
        return events + " event, " + rings + " ring";
    }

    private List<String> outcomes(JobId job) {
        return ledger.jdbc()
                .sql("select number || ' ' || coalesce(outcome, 'open') from attempt where job_id = ? order by number")
                .param(job.value())
                .query(String.class)
                .list();
    }
}
