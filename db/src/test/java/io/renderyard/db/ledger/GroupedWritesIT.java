package io.renderyard.db.ledger;

import static io.renderyard.db.TestLedger.RECEIPT;
import static io.renderyard.db.TestLedger.artifact;
import static io.renderyard.db.TestLedger.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Callers who meet share statements; what each of them is told must not show it. */
class GroupedWritesIT {
    private static final int CALLERS = 24;

    private final TestLedger ledger = TestLedger.shared();
    private final AttemptLedger attempts = ledger.part(AttemptLedger.class);

    @Test
    void whoComesTogetherHasATurnEach() throws Exception {
        TenantId crowd = ledger.tenant();
        TenantId other = ledger.tenant();
        List<Callable<Job>> steps = Stream.of(crowd, crowd, crowd, other)
                .<Callable<Job>>map(tenant -> () -> ledger.accepted(submission(tenant)))
                .flatMap(step -> Stream.generate(() -> step).limit(CALLERS / 4))
                .toList();

        try (var race = new Race()) {
            assertThat(race.run(steps)).extracting(Job::id).doesNotHaveDuplicates();
        }

        assertThat(turns(crowd)).hasSize(CALLERS * 3 / 4).doesNotHaveDuplicates();
        assertThat(turns(other)).hasSize(CALLERS / 4).doesNotHaveDuplicates();
        assertThat(ledger.count("job_spec")).isEqualTo(CALLERS);
        assertThat(ledger.count("outbox where lane is not null")).isEqualTo(CALLERS);
    }

    private List<Long> turns(TenantId tenant) {
        return ledger.jdbc()
                .sql("select turn from job where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(Long.class)
                .list();
    }

    @RepeatedTest(5)
    void eachIsToldOfItsOwnAttempt() throws Exception {
        List<Attempt> lost = running(4);
        lost.forEach(attempts::release);
        lost.forEach(attempt -> ledger.makeDue(attempt.job()));
        ledger.jdbc().sql("update job set turn = 1 where state = 'QUEUED'").update();
        List<Attempt> current = new ArrayList<>(claimed(4));
        current.addAll(running(CALLERS - 8));
        List<Attempt> all = Stream.concat(lost.stream(), current.stream()).toList();

        List<Boolean> told;
        try (var race = new Race()) {
            told = race.run(all.stream()
                    .<Callable<Boolean>>map(attempt -> () -> attempts.succeed(attempt, artifact(attempt), RECEIPT))
                    .toList());
        }

        assertThat(told.subList(0, 4)).containsOnly(false);
        assertThat(told.subList(4, told.size())).containsOnly(true);
        for (Attempt attempt : current) {
            assertThat(ledger.count(
                            "artifact where job_id = ? and attempt = ?",
                            attempt.job().value(),
                            attempt.number()))
                    .isOne();
            assertThat(ledger.count("event where job_id = ?", attempt.job().value()))
                    .isOne();
        }
    }

    @Test
    void oneThatIsHeldUpHoldsUpNobodyElse() throws Exception {
        List<Attempt> all = running(CALLERS);
        Attempt held = all.getFirst();
        try (Connection other = ledger.part(DataSource.class).getConnection();
                ExecutorService callers = Executors.newCachedThreadPool()) {
            other.setAutoCommit(false);
            try (PreparedStatement change = other.prepareStatement("update job set metadata = '{}' where id = ?")) {
                change.setObject(1, held.job().value());
                change.executeUpdate();
            }
            List<Future<Boolean>> told = all.stream()
                    .map(attempt -> callers.submit(() -> attempts.succeed(attempt, artifact(attempt), RECEIPT)))
                    .toList();

            for (Future<Boolean> one : told.subList(1, CALLERS)) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isTrue();
            }
            assertThatThrownBy(() -> told.getFirst().get(100, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            other.commit();
            assertThat(told.getFirst().get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Its statement began before the attempt was there, and cannot see it. */
    @Test
    void aCancelThatWaitedForAClaimEndsItsAttemptToo() throws Exception {
        Job job = ledger.accepted();
        try (Connection claimer = ledger.part(DataSource.class).getConnection();
                ExecutorService callers = Executors.newCachedThreadPool()) {
            claimer.setAutoCommit(false);
            try (Statement claim = claimer.createStatement()) {
                claim.execute(
                        "update job set state = 'RUNNING', turn = null, attempt = 1, spent = 1, started_at = now(),"
                                + " worker = 'a worker', lease_until = now() + interval '1 minute' where id = '"
                                + job.id() + "'");
                claim.execute("insert into attempt (job_id, number, worker, started_at) values ('" + job.id()
                        + "', 1, 'a worker', now())");
            }
            Future<?> cancelled = callers.submit(
                    () -> ledger.part(JobCanceller.class).cancel(job.tenant(), job.id(), "not needed any more"));
            await().until(() -> ledger.count("pg_stat_activity where wait_event_type = 'Lock'") > 0);
            claimer.commit();
            var unused = cancelled.get(10, TimeUnit.SECONDS);
        }

        assertThat(ledger.job(job.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(ledger.count("attempt where outcome = 'CANCELLED'")).isOne();
    }

    @RepeatedTest(3)
    void onlyTheOneToBlameHearsOfAWrongRow() throws Exception {
        List<Attempt> all = running(CALLERS);
        Artifact taken = artifact(all.getFirst());
        assertThat(attempts.succeed(all.getFirst(), taken, RECEIPT)).isTrue();
        List<Callable<String>> steps = new ArrayList<>();
        steps.add(() -> told(all.get(1), taken));
        all.subList(2, CALLERS).forEach(attempt -> steps.add(() -> told(attempt, artifact(attempt))));

        List<String> told;
        try (var race = new Race()) {
            told = race.run(steps);
        }

        assertThat(told.getFirst()).isEqualTo("refused");
        assertThat(told.subList(1, told.size())).containsOnly("true");
    }

    private String told(Attempt attempt, Artifact artifact) {
        try {
            return Boolean.toString(attempts.succeed(attempt, artifact, RECEIPT));
        } catch (DataIntegrityViolationException e) {
            return "refused";
        }
    }

    private List<Attempt> running(int count) {
        TenantId tenant = ledger.tenant();
        for (int i = 0; i < count; i++) {
            var unused = ledger.accepted(submission(tenant));
        }
        return claimed(count);
    }

    private List<Attempt> claimed(int count) {
        return Stream.generate(ledger::claimNext)
                .limit(count)
                .map(claim -> claim.orElseThrow().attempt())
                .collect(Collectors.toList());
    }
}
