package io.renderyard.db.ledger;

import io.renderyard.kernel.job.JobCleaner;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wipes jobs. State, times, attempts and charges stay, and so does what was written for a webhook before. Whoever was not
 * told yet is not told any more.
 */
@Component
class PostgresJobCleaner implements JobCleaner {
    /** Without a lock: a worker passes over a job whose row is held, even if it is its turn. */
    private static final String STATE = "select state from job where id = :job and tenant_id = :tenant and not kept";

    /** Not before everybody who shares its end has it. */
    private static final String WIPE = """
            with wiped as (
                update job set cleaned_at = now(), metadata = '{}', webhook_url = null, webhook_shape = null,
                               failure_message = case when failure_message is not null then 'cleaned' end,
                               cancel_reason = case when cancel_reason is not null then 'cleaned' end
                where id = :job and tenant_id = :tenant and finished_at is not null and cleaned_at is null and not kept
                  and not exists (select from job follower where follower.follows = :job and follower.state = 'QUEUED')
                returning id),
            unspecified as (
                delete from job_spec using wiped where job_spec.job_id = wiped.id),
            forgotten as (
                delete from painting_handle using wiped where painting_handle.job_id = wiped.id),
            hushed as (
                update event set fanned_out_at = now() from wiped
                where event.job_id = wiped.id and event.fanned_out_at is null)
            update attempt set failure = null from wiped where attempt.job_id = wiped.id and failure is not null""";

    /** As if it had expired a minute ago: nobody is given time to open what must be gone. */
    private static final String EXPIRE = """
            update artifact set expired_at = least(expired_at, now() - interval '1 minute'), receipt = '{}'
            where id = (select artifact_id from job where id = :job and tenant_id = :tenant and cleaned_at is not null)
              and not exists (select from job other where other.artifact_id = artifact.id and other.cleaned_at is null)""";

    private static final String IS_CLEANED =
            "select cleaned_at is not null from job where id = :job and tenant_id = :tenant and not kept";

    private final JdbcClient jdbc;
    private final Followers followers;

    PostgresJobCleaner(JdbcClient jdbc, Followers followers) {
        this.jdbc = jdbc;
        this.followers = followers;
    }

    @Override
    public Cleaning clean(TenantId tenant, JobId id) {
        Optional<JobState> state =
                of(STATE, tenant, id).query(String.class).optional().map(JobState::valueOf);
        if (state.isEmpty()) {
            return Cleaning.NOT_FOUND;
        }
        if (!state.get().isTerminal()) {
            return Cleaning.IN_PROGRESS;
        }
        followers.settle(id);
        of(WIPE, tenant, id).update();
        // On its own, so that of two whose jobs show the same picture the second sees what the first did. Whoever dies
        // before it leaves a picture that goes in its time, or when the job is cleaned again.
        of(EXPIRE, tenant, id).update();
        return of(IS_CLEANED, tenant, id)
                .query(Boolean.class)
                .optional()
                .map(cleaned -> cleaned ? Cleaning.CLEANED : Cleaning.IN_PROGRESS)
                .orElse(Cleaning.NOT_FOUND);
    }

    private JdbcClient.StatementSpec of(String sql, TenantId tenant, JobId id) {
        return jdbc.sql(sql).param("job", id.value()).param("tenant", tenant.value());
    }
}
