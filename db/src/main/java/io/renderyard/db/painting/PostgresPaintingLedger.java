package io.renderyard.db.painting;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.painting.PaintingLedger;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Credits and handles as rows of their own: a job's row is never held for them. What is reserved is charged by the statement
 * that ends the job with its picture, see {@code SucceedStatement}.
 */
@Component
class PostgresPaintingLedger implements PaintingLedger {
    private static final String OURS = "job.id = :job and job.attempt = :attempt and job.state = 'RUNNING'";

    /** Before the statement that adds up, which then sees what was reserved by whoever was here before. */
    private static final String TURN =
            "select pg_advisory_xact_lock(hashtext('renderyard credits'), hashtext(cast(:tenant as text)))";

    private static final String RESERVE = """
            insert into painting (job_id, tenant_id, model, credits, reserved_at)
            select job.id, job.tenant_id, :model, trim_scale(:credits), now() from job
            where %s and job.tenant_id = :tenant %s
            on conflict (job_id) do update
                set model = excluded.model, credits = excluded.credits, reserved_at = excluded.reserved_at
                where painting.charged_at is null""";

    private static final String UNLIMITED = RESERVE.formatted(OURS, "");

    private static final String WITHIN = RESERVE.formatted(OURS, """
            and :credits + (
                select coalesce(sum(credits), 0) from painting
                where tenant_id = :tenant and charged_at >= date_trunc('month', now(), 'UTC'))
            + (
                select coalesce(sum(painting.credits), 0)
                from painting join job other on other.id = painting.job_id and other.state = 'RUNNING'
                where painting.tenant_id = :tenant and painting.charged_at is null and painting.job_id <> :job)
            <= :limit""");

    private static final String REMEMBER = """
            insert into painting_handle (job_id, picture, attempt, handle)
            select job.id, :picture, job.attempt, :handle from job where %s
            on conflict (job_id, picture) do update set attempt = excluded.attempt, handle = excluded.handle
                where painting_handle.attempt <= excluded.attempt""".formatted(OURS);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** So that of hundreds of jobs that wait for their tenant's turn only one does so with a connection in its hands. */
    private final ReentrantLock line = new ReentrantLock();

    PostgresPaintingLedger(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean reserve(
            Attempt attempt, TenantId tenant, String model, BigDecimal credits, @Nullable BigDecimal limit) {
        return limit == null
                ? reserve(UNLIMITED, attempt, tenant, model, credits).update() > 0
                : reserveWithin(limit, attempt, tenant, model, credits);
    }

    /** Dying in it reserves nothing and ends the turn. */
    private boolean reserveWithin(
            BigDecimal limit, Attempt attempt, TenantId tenant, String model, BigDecimal credits) {
        line.lock();
        try {
            return transaction.execute(status -> {
                jdbc.sql(TURN)
                        .param("tenant", tenant.value())
                        .query((row, number) -> true)
                        .single();
                return reserve(WITHIN, attempt, tenant, model, credits)
                                .param("limit", limit)
                                .update()
                        > 0;
            });
        } finally {
            line.unlock();
        }
    }

    private JdbcClient.StatementSpec reserve(
            String sql, Attempt attempt, TenantId tenant, String model, BigDecimal credits) {
        return of(sql, attempt)
                .param("tenant", tenant.value())
                .param("model", model)
                .param("credits", credits);
    }

    /** Also for an attempt that is no longer ours: if it saw nothing, it would ask anew before it hears that it is over. */
    @Override
    public Optional<String> remembered(Attempt attempt, String picture) {
        return jdbc.sql("select handle from painting_handle where job_id = :job and picture = :picture")
                .param("job", attempt.job().value())
                .param("picture", picture)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean remember(Attempt attempt, String picture, String handle) {
        return of(REMEMBER, attempt)
                        .param("picture", picture)
                        .param("handle", handle)
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec of(String sql, Attempt attempt) {
        return jdbc.sql(sql).param("job", attempt.job().value()).param("attempt", attempt.number());
    }
}
