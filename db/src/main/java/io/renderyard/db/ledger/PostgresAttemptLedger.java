package io.renderyard.db.ledger;

import io.renderyard.db.LedgerSettings;
import io.renderyard.db.change.JobHerald;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.RetryPolicy;
import io.renderyard.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A worker's side of the ledger: guarded updates, each a transaction of one statement, timed by the database's clock. */
@Component
class PostgresAttemptLedger implements AttemptLedger {
    private static final String CLAIM = """
            with claimed as (
                update job set state = 'RUNNING', turn = null, attempt = attempt + 1, spent = spent + 1, worker = :worker,
                               lease_until = now() + :lease * interval '1 millisecond',
                               started_at = coalesce(started_at, now()),
                               progress_done = null, progress_of = null
                where id = any(array(select id from job where lane = :lane and turn is not null
                                     order by turn, id limit :atMost for update skip locked))
                returning id, tenant_id, attempt, batch_id),
            opened as (
                insert into attempt (job_id, number, worker, started_at)
                select id, attempt, :worker, now() from claimed)
            select claimed.id, tenant_id, attempt, variables, coalesce(own.spec, base.spec) as spec,
                   case when own.spec is null then base.markup else own.markup end as markup
            from claimed join job_spec own on own.job_id = claimed.id
                 left join batch_spec base on base.batch_id = claimed.batch_id and base.ordinal = own.base
                                          and own.spec is null""";

    private static final String RENEW = """
            update job set lease_until = now() + :lease * interval '1 millisecond',
                           progress_done = coalesce(mine.done, job.progress_done),
                           progress_of = coalesce(mine.total, job.progress_of)
            from unnest(cast(:jobs as uuid[]), cast(:attempts as int[]), cast(:done as int[]), cast(:total as int[]))
                     as mine (id, attempt, done, total)
                 join job before on before.id = mine.id
            where job.id = mine.id and job.attempt = mine.attempt and job.state = 'RUNNING'
            returning job.id, job.attempt,
                      (job.progress_done, job.progress_of)
                          is distinct from (before.progress_done, before.progress_of) as further""";

    private static final String QUEUE_AGAIN = """
            with queued as (
                update job set state = 'QUEUED', lease_until = null, worker = null, rung_at = null,
                               spent = spent - :givenBack, due_at = now() + :gap * interval '1 millisecond'
                where id = :job and attempt = :attempt and state = 'RUNNING'
                returning id, attempt)
            update attempt set ended_at = now(), outcome = :outcome, failure = :failure
            from queued where job_id = queued.id and number = queued.attempt and ended_at is null""";

    /** Claims in one statement. */
    private static final int MOST = 64;

    private final JdbcClient jdbc;
    private final GroupCommit<Claimant, Optional<Claimed>> claims = new GroupCommit<>(
            MOST, this::claim, alone -> claim(alone, 1).stream().findFirst());
    private final SpecCodec specs;
    private final JobEndings endings;
    private final JobHerald herald;
    private final RetryPolicy retries;
    private final long leaseMillis;

    PostgresAttemptLedger(
            JdbcClient jdbc,
            SpecCodec specs,
            JobEndings endings,
            JobHerald herald,
            RetryPolicy retries,
            LedgerSettings settings) {
        this.jdbc = jdbc;
        this.specs = specs;
        this.endings = endings;
        this.herald = herald;
        this.retries = retries;
        this.leaseMillis = settings.lease().toMillis();
    }

    @Override
    public Optional<Claim> claim(Lane lane, String worker) {
        return claims.ask(new Claimant(lane, worker)).map(claimed -> claimed.read(specs));
    }

    private void claim(List<GroupCommit.Asked<Claimant, Optional<Claimed>>> group) {
        group.stream()
                .collect(Collectors.groupingBy(GroupCommit.Asked::question))
                .forEach((claimant, some) -> {
                    Iterator<Claimed> claimed = claim(claimant, some.size()).iterator();
                    some.forEach(one -> one.answer(claimed.hasNext() ? Optional.of(claimed.next()) : Optional.empty()));
                });
    }

    private List<Claimed> claim(Claimant claimant, int atMost) {
        List<Claimed> claimed = jdbc.sql(CLAIM)
                .param("lane", claimant.lane().name())
                .param("worker", claimant.worker())
                .param("lease", leaseMillis)
                .param("atMost", atMost)
                .query(Claimed::of)
                .list();
        claimed.forEach(taken -> herald.progressed(taken.attempt().job()));
        return claimed;
    }

    private record Claimant(Lane lane, String worker) {}

    /** Read by its claimant, so that nobody else suffers from a spec that cannot be. */
    private record Claimed(
            Attempt attempt,
            TenantId tenant,
            SpecCodec.Stored spec,
            @Nullable String variables) {
        static Claimed of(ResultSet row, int number) throws SQLException {
            return new Claimed(
                    PostgresAttemptLedger.attempt(row),
                    new TenantId(row.getObject("tenant_id", UUID.class)),
                    new SpecCodec.Stored(row.getString("spec"), row.getBytes("markup")),
                    row.getString("variables"));
        }

        Claim read(SpecCodec specs) {
            return new Claim(attempt, tenant, specs.read(spec), specs.readVariables(variables));
        }
    }

    @Override
    public Set<Attempt> renew(Collection<Renewal> renewals) {
        if (renewals.isEmpty()) {
            return Set.of();
        }
        List<Renewed> renewed = jdbc.sql(RENEW)
                .param("lease", leaseMillis)
                .param(
                        "jobs",
                        renewals.stream()
                                .map(mine -> mine.attempt().job().value())
                                .toArray(UUID[]::new))
                .param("attempts", numbers(renewals, mine -> mine.attempt().number()))
                .param(
                        "done",
                        numbers(
                                renewals,
                                mine -> mine.progress() == null
                                        ? null
                                        : mine.progress().done()))
                .param(
                        "total",
                        numbers(
                                renewals,
                                mine -> mine.progress() == null
                                        ? null
                                        : mine.progress().of()))
                .query((row, _) -> new Renewed(attempt(row), row.getBoolean("further")))
                .list();
        renewed.stream()
                .filter(Renewed::further)
                .forEach(mine -> herald.progressed(mine.attempt().job()));
        return renewed.stream().map(Renewed::attempt).collect(Collectors.toSet());
    }

    private record Renewed(Attempt attempt, boolean further) {}

    private static @Nullable Integer[] numbers(
            Collection<Renewal> renewals, Function<Renewal, @Nullable Integer> number) {
        return renewals.stream().map(number).toArray(Integer[]::new);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(new JobId(row.getObject("id", UUID.class)), row.getInt("attempt"));
    }

    @Override
    public boolean release(Attempt attempt) {
        return queueAgain(attempt, "RELEASED", null, Duration.ZERO, 1);
    }

    @Override
    public boolean succeed(Attempt attempt, Artifact artifact, Receipt receipt) {
        return endings.succeed(attempt, artifact, receipt);
    }

    @Override
    public boolean fail(Attempt attempt, Failure failure) {
        return spent(attempt)
                .flatMap(spent -> retries.gapAfter(failure.code(), spent))
                .map(gap -> queueAgain(attempt, outcome(failure), failure.code().label(), gap, 0))
                .orElseGet(() -> endings.fail(attempt, failure));
    }

    private static String outcome(Failure failure) {
        return failure.code() == FailureCode.WORKER_LOST ? "LOST" : "FAILED";
    }

    /**
     * Empty when the attempt is over: after a release the number is the same, but what was spent is not. While it is
     * open only its owner and the sweeper change it, and both are fenced.
     */
    private Optional<Integer> spent(Attempt attempt) {
        return jdbc.sql("select spent from job where id = :job and attempt = :attempt and state = 'RUNNING'")
                .param("job", attempt.job().value())
                .param("attempt", attempt.number())
                .query(Integer.class)
                .optional();
    }

    private boolean queueAgain(Attempt attempt, String outcome, @Nullable String failure, Duration gap, int givenBack) {
        boolean queued = jdbc.sql(QUEUE_AGAIN)
                        .param("job", attempt.job().value())
                        .param("attempt", attempt.number())
                        .param("outcome", outcome)
                        .param("failure", failure)
                        .param("gap", gap.toMillis())
                        .param("givenBack", givenBack)
                        .update()
                > 0;
        if (queued) {
            herald.withdrawn(attempt.job());
        }
        return queued;
    }
}
